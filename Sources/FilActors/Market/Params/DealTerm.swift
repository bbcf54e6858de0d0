public import FilCore

/// How long a deal goes.
public struct DealTerm: Hashable, Sendable {
  /// Its first epoch.
  public var start: ChainEpoch
  /// How many epochs.
  public var duration: ChainEpoch

  /// All fields.
  public init(start: ChainEpoch, duration: ChainEpoch) {
    self.start = start
    self.duration = duration
  }
}

extension DealTerm: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(start, duration) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (start, duration) = try decoder.tuple(ChainEpoch.self, ChainEpoch.self)
  }
}
