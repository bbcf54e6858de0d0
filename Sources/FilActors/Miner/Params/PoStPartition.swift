public import FilCore

/// A partition that a proof covers.
public struct PoStPartition: Hashable, Sendable {
  /// Its number in the deadline.
  public var index: UInt64
  /// Sectors that the proof leaves out as faulty.
  public var skipped: BitField

  /// All fields.
  public init(index: UInt64, skipped: BitField) {
    self.index = index
    self.skipped = skipped
  }
}

extension PoStPartition: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(index, skipped) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (index, skipped) = try decoder.tuple(UInt64.self, BitField.self)
  }
}
