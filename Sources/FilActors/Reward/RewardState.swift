public import FilCore

/// The state of the reward actor: where the network stands on its baseline, and what an epoch pays.
public struct RewardState: Hashable, Sendable {
  /// What the realized sum must reach for effective time to go on, in byte-epochs.
  public var cumulativeBaseline: BigInt = 0
  /// The sum of the network's power up to the baseline, in byte-epochs.
  public var cumulativeRealized: BigInt = 0
  /// How far the network is on its baseline, in epochs.
  public var effectiveNetworkTime: ChainEpoch = 0
  /// The baseline at the effective time, in bytes.
  public var effectiveBaselinePower = RewardMath.baselineInitialValue
  /// The reward of the epoch, which expected winners share.
  public var thisEpochReward = TokenAmount.zero
  /// The reward, smoothed.
  public var thisEpochRewardSmoothed = FilterEstimate(
    value: 36_266_260_308_195_979_333, change: -109_897_758_509)
  /// The baseline of the epoch, in bytes.
  public var thisEpochBaselinePower = RewardMath.baselineBeforeStart
  /// The epoch that all this is for.
  public var epoch: ChainEpoch = -1
  /// All that was paid to miners of blocks.
  public var totalStoragePowerReward = TokenAmount.zero
  /// All that simple minting will ever mint.
  public var simpleTotal = TokenAmount.fil(330_000_000)
  /// All that baseline minting will ever mint.
  public var baselineTotal = TokenAmount.fil(770_000_000)

  /// The state at epoch 0 of a network with a power in bytes.
  public init(realizedPower: BigInt) {
    advanceWithReward(realizedPower)
  }

  /// Goes to the next epoch.
  mutating func advance(_ realizedPower: BigInt) {
    epoch += 1
    thisEpochBaselinePower = RewardMath.baselinePower(after: thisEpochBaselinePower)
    cumulativeRealized += min(thisEpochBaselinePower, realizedPower)
    while cumulativeRealized > cumulativeBaseline {
      effectiveNetworkTime += 1
      effectiveBaselinePower = RewardMath.baselinePower(after: effectiveBaselinePower)
      cumulativeBaseline += effectiveBaselinePower
    }
  }

  /// Goes to the next epoch and computes its reward.
  mutating func advanceWithReward(_ realizedPower: BigInt) {
    let before = RewardMath.theta(of: self)
    advance(realizedPower)
    thisEpochReward = RewardMath.reward(
      epoch: epoch, from: before, to: RewardMath.theta(of: self), simpleTotal: simpleTotal,
      baselineTotal: baselineTotal)
  }

  /// Takes the reward into its smoothed value.
  mutating func smooth(after delta: ChainEpoch) {
    thisEpochRewardSmoothed = thisEpochRewardSmoothed.next(observing: thisEpochReward.atto, after: delta)
  }
}

extension RewardState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      cumulativeBaseline, cumulativeRealized, effectiveNetworkTime, effectiveBaselinePower, thisEpochReward,
      thisEpochRewardSmoothed, thisEpochBaselinePower, epoch, totalStoragePowerReward, simpleTotal, baselineTotal)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      cumulativeBaseline, cumulativeRealized, effectiveNetworkTime, effectiveBaselinePower, thisEpochReward,
      thisEpochRewardSmoothed, thisEpochBaselinePower, epoch, totalStoragePowerReward, simpleTotal, baselineTotal
    ) = try decoder.tuple(
      BigInt.self, BigInt.self, ChainEpoch.self, BigInt.self, TokenAmount.self, FilterEstimate.self, BigInt.self,
      ChainEpoch.self, TokenAmount.self, TokenAmount.self, TokenAmount.self)
  }
}
