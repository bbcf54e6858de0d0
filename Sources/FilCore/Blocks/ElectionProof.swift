/// The proof that a miner won the right to make a block, and how many times over.
public struct ElectionProof: Hashable, Sendable {
  /// How many wins the proof is worth.
  public let winCount: Int64
  /// The proof: a BLS signature of the miner's worker.
  public let vrfProof: [UInt8]

  /// An election proof.
  public init(winCount: Int64, vrfProof: [UInt8]) {
    self.winCount = winCount
    self.vrfProof = vrfProof
  }
}

extension ElectionProof: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(winCount, vrfProof) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (winCount, vrfProof) = try decoder.tuple(Int64.self, [UInt8].self)
  }
}
