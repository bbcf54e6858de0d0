public import FilCore

/// What the reward actor's `ThisEpochReward` returns.
public struct ThisEpochRewardReturn: Hashable, Sendable {
  /// The reward of an epoch, smoothed.
  public var rewardSmoothed: FilterEstimate
  /// The baseline of the epoch, in bytes.
  public var baselinePower: BigInt

  /// A reward and a baseline.
  public init(rewardSmoothed: FilterEstimate, baselinePower: BigInt) {
    self.rewardSmoothed = rewardSmoothed
    self.baselinePower = baselinePower
  }
}

extension ThisEpochRewardReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(rewardSmoothed, baselinePower) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (rewardSmoothed, baselinePower) = try decoder.tuple(FilterEstimate.self, BigInt.self)
  }
}
