public import FilCore

/// The parameters of a miner's constructor.
public struct MinerConstructorParams: Hashable, Sendable {
  /// Who owns the miner.
  public var owner: Address
  /// Who signs its blocks; a BLS key.
  public var worker: Address
  /// Who else may send its messages.
  public var controlAddresses: [Address]
  /// The proof of its sectors, which says their size.
  public var windowPoStProofType: RegisteredPoStProof
  /// Its libp2p identity.
  public var peerID: [UInt8]
  /// Where it is reached.
  public var multiaddrs: [[UInt8]]

  /// All fields.
  public init(
    owner: Address, worker: Address, controlAddresses: [Address], windowPoStProofType: RegisteredPoStProof,
    peerID: [UInt8], multiaddrs: [[UInt8]]
  ) {
    self.owner = owner
    self.worker = worker
    self.controlAddresses = controlAddresses
    self.windowPoStProofType = windowPoStProofType
    self.peerID = peerID
    self.multiaddrs = multiaddrs
  }
}

extension MinerConstructorParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(owner, worker, controlAddresses, windowPoStProofType, peerID, multiaddrs)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (owner, worker, controlAddresses, windowPoStProofType, peerID, multiaddrs) = try decoder.tuple(
      Address.self, Address.self, [Address].self, RegisteredPoStProof.self, [UInt8].self, [[UInt8]].self)
  }
}
