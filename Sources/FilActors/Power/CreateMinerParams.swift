public import FilCore

/// The parameters of the power actor's `CreateMiner`.
public struct CreateMinerParams: Hashable, Sendable {
  /// Who owns the miner.
  public var owner: Address
  /// Who signs its blocks; a BLS key.
  public var worker: Address
  /// The proof of its sectors, which says their size.
  public var windowPoStProofType: RegisteredPoStProof
  /// Its libp2p identity.
  public var peerID: [UInt8]
  /// Where it is reached.
  public var multiaddrs: [[UInt8]]

  /// All fields.
  public init(
    owner: Address, worker: Address, windowPoStProofType: RegisteredPoStProof, peerID: [UInt8],
    multiaddrs: [[UInt8]]
  ) {
    self.owner = owner
    self.worker = worker
    self.windowPoStProofType = windowPoStProofType
    self.peerID = peerID
    self.multiaddrs = multiaddrs
  }
}

extension CreateMinerParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(owner, worker, windowPoStProofType, peerID, multiaddrs)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (owner, worker, windowPoStProofType, peerID, multiaddrs) = try decoder.tuple(
      Address.self, Address.self, RegisteredPoStProof.self, [UInt8].self, [[UInt8]].self)
  }
}
