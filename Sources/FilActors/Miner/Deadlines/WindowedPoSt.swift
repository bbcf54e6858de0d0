public import FilCore

/// A proof for partitions of a deadline that was accepted without being checked.
public struct WindowedPoSt: Hashable, Sendable {
  /// The partitions that it covers.
  public var partitions: BitField
  /// The proof: a list of one.
  public var proofs: [PoStProof]

  /// A proof for partitions.
  public init(partitions: BitField, proofs: [PoStProof]) {
    self.partitions = partitions
    self.proofs = proofs
  }
}

extension WindowedPoSt: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(partitions, proofs) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (partitions, proofs) = try decoder.tuple(BitField.self, [PoStProof].self)
  }
}
