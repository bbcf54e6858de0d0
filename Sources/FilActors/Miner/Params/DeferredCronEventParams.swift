public import FilCore

/// The parameters of a miner's `OnDeferredCronEvent`.
public struct DeferredCronEventParams: Hashable, Sendable {
  /// What the miner has enrolled: `CronEventPayload` in CBOR.
  public var payload: [UInt8]
  /// The reward of an epoch.
  public var rewardSmoothed: FilterEstimate
  /// The network's power.
  public var qualityAdjustedPowerSmoothed: FilterEstimate

  /// All fields.
  public init(payload: [UInt8], rewardSmoothed: FilterEstimate, qualityAdjustedPowerSmoothed: FilterEstimate) {
    self.payload = payload
    self.rewardSmoothed = rewardSmoothed
    self.qualityAdjustedPowerSmoothed = qualityAdjustedPowerSmoothed
  }
}

extension DeferredCronEventParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(payload, rewardSmoothed, qualityAdjustedPowerSmoothed)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (payload, rewardSmoothed, qualityAdjustedPowerSmoothed) = try decoder.tuple(
      [UInt8].self, FilterEstimate.self, FilterEstimate.self)
  }
}
