public import FilCore

/// What miners deposit, pledge and pay: projections of what power earns (specification, "Storage Miner Actor").
public enum MinerFunds {
  private static let continuedFaultPeriod = EpochDuration.day * 351 / 100
  private static let depositPeriod = EpochDuration.day * 20

  /// What power is expected to earn in a time.
  ///
  /// - Parameters:
  ///   - power: Quality-adjusted power in bytes.
  ///   - reward: The reward of an epoch.
  ///   - networkPower: The network's quality-adjusted power.
  ///   - period: The time in epochs.
  /// - Returns: The amount, not below zero.
  static func expectedReward(
    _ power: BigInt, reward: FilterEstimate, networkPower: FilterEstimate, over period: ChainEpoch
  ) -> TokenAmount {
    guard !networkPower.estimate.isZero else { return TokenAmount(atto: reward.estimate) }
    let sum = reward.cumulativeSum(dividedBy: networkPower, from: 0, over: period)
    return TokenAmount(atto: max((power * sum) >> FixedPoint.precision, 0))
  }

  /// What power is expected to earn in a time, at least 1 attoFIL, so that a sum tells whether there is any.
  private static func positiveReward(
    _ power: BigInt, reward: FilterEstimate, networkPower: FilterEstimate, over period: ChainEpoch
  ) -> TokenAmount {
    max(expectedReward(power, reward: reward, networkPower: networkPower, over: period), TokenAmount(atto: 1))
  }

  /// The fee for power that stays faulty for another period.
  static func continuedFaultFee(
    _ power: BigInt, reward: FilterEstimate, networkPower: FilterEstimate
  ) -> TokenAmount {
    expectedReward(power, reward: reward, networkPower: networkPower, over: continuedFaultPeriod)
  }

  /// The deposit for power that is pre-committed.
  public static func preCommitDeposit(
    _ power: BigInt, reward: FilterEstimate, networkPower: FilterEstimate
  ) -> TokenAmount {
    positiveReward(power, reward: reward, networkPower: networkPower, over: depositPeriod)
  }

  /// The fee for the termination of a sector (FIP-0098).
  ///
  /// - Parameters:
  ///   - pledge: What was pledged for it.
  ///   - age: Its age in epochs.
  ///   - faultFee: The fee for its power if it stays faulty.
  /// - Returns: The fee.
  static func terminationFee(pledge: TokenAmount, age: ChainEpoch, faultFee: TokenAmount) -> TokenAmount {
    let full = (pledge * 85).dividedRoundingDown(by: 1000)
    let byAge = (full * age).dividedRoundingDown(by: BigInt(140 * EpochDuration.day))
    let least = max(
      (pledge * 2).dividedRoundingDown(by: 100), (faultFee * 105).dividedRoundingDown(by: 100))
    return max(min(full, byAge), least)
  }

  /// The daily fee of a sector with a power (FIP-0100).
  static func dailyFee(_ policy: Policy, _ power: BigInt, circulatingSupply: TokenAmount) -> TokenAmount {
    (circulatingSupply * policy.dailyFeeMultiplierNumerator * power)
      .dividedRoundingDown(by: policy.dailyFeeMultiplierDenominator)
  }

  /// What of a daily fee is to be paid, given what is earned in a day.
  static func payableDailyFee(_ policy: Policy, _ fee: TokenAmount, dailyReward: TokenAmount) -> TokenAmount {
    min(fee, dailyReward.dividedRoundingDown(by: BigInt(policy.dailyFeeBlockRewardCapDenominator)))
  }

  /// The part of a reward that is locked.
  static func lockedPart(of reward: TokenAmount) -> TokenAmount {
    (reward * 3).dividedRoundingDown(by: 4)
  }

  /// The pledge for new power.
  ///
  /// - Parameters:
  ///   - power: Quality-adjusted power in bytes.
  ///   - network: The network's state.
  /// - Returns: The pledge in attoFIL.
  public static func initialPledge(_ power: BigInt, _ network: NetworkPledgeInputs) -> TokenAmount {
    let base = positiveReward(
      power, reward: network.epochReward, networkPower: network.networkPower, over: depositPeriod)
    let networkPower = network.networkPower.estimate
    let lockTarget = network.circulatingSupply.atto * lockTargetNumerator * power
    let simple = network.simpleShare
    let baselineDivisor = max(networkPower, network.baselinePower, power) * lockTargetDenominator * 1000
    let simpleDivisor = max(networkPower, power) * lockTargetDenominator * 1000
    let additional =
      (BigInt(1000 - simple) * lockTarget).dividedRoundingDown(by: baselineDivisor)
      + (BigInt(simple) * lockTarget).dividedRoundingDown(by: simpleDivisor)
    return min(base + TokenAmount(atto: additional), TokenAmount(atto: maximumPledgePerByte * power))
  }

  private static let lockTargetNumerator: BigInt = 3
  private static let lockTargetDenominator: BigInt = 10
  /// 1 FIL for 32 GiB.
  private static let maximumPledgePerByte: BigInt = 1_000_000_000_000_000_000 / 34_359_738_368
}
