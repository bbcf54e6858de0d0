public import FilCore

/// When a deal was activated and ended before its time.
public struct DealActivation: Hashable, Sendable {
  /// When it was activated; -1 if it was not.
  public var activated: ChainEpoch
  /// When it was ended; -1 if it was not.
  public var terminated: ChainEpoch

  /// All fields.
  public init(activated: ChainEpoch, terminated: ChainEpoch) {
    self.activated = activated
    self.terminated = terminated
  }
}

extension DealActivation: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(activated, terminated) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (activated, terminated) = try decoder.tuple(ChainEpoch.self, ChainEpoch.self)
  }
}
