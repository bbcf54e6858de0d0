/// The output of a verifiable random function with which the chain draws its randomness from block to block.
public struct Ticket: Hashable, Sendable {
  /// The proof: a BLS signature of the miner's worker.
  public let vrfProof: [UInt8]

  /// A ticket with its proof.
  public init(vrfProof: [UInt8]) {
    self.vrfProof = vrfProof
  }

  /// The digest by which tickets are compared.
  public var digest: Bytes32 { BLAKE2b.hash256(vrfProof) }
}

extension Ticket: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(vrfProof) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    vrfProof = try decoder.tuple([UInt8].self)
  }
}
