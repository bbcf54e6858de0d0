public import FilCore

/// What a miner wants to do at an epoch.
public struct CronEventPayload: Hashable, Sendable {
  /// 1 for the end of a deadline, 2 for sectors that ended early.
  public var eventType: Int64

  /// All fields.
  public init(eventType: Int64) {
    self.eventType = eventType
  }
}

extension CronEventPayload: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(eventType) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    eventType = try decoder.tuple(Int64.self)
  }
}
