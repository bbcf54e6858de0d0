internal import FilCore

/// How locked money becomes free: evenly, in steps.
struct VestingSchedule {
  /// How long it takes until all is free.
  let period: ChainEpoch
  /// How long a step is.
  let step: ChainEpoch
  /// What epochs are rounded to.
  let quantum: ChainEpoch

  /// The schedule of rewards.
  static let reward = VestingSchedule(
    period: 180 * EpochDuration.day, step: EpochDuration.day, quantum: 12 * EpochDuration.hour)

  /// The steps in which money becomes free.
  ///
  /// - Parameters:
  ///   - total: The money.
  ///   - begin: When the time starts to run.
  ///   - offset: An epoch that rounded epochs are a multiple of the quantum away from.
  /// - Returns: The money of each step.
  func funds(_ total: TokenAmount, from begin: ChainEpoch, offset: ChainEpoch) -> [VestingFund] {
    let quantization = Quantization(unit: quantum, offset: offset)
    var funds: [VestingFund] = []
    var vested = TokenAmount.zero
    var epoch = begin
    while vested < total {
      epoch += step
      let rounded = quantization.up(epoch)
      let elapsed = rounded - begin
      let target = elapsed < period ? (total * elapsed).dividedRoundingDown(by: BigInt(period)) : total
      funds.append(VestingFund(epoch: rounded, amount: target - vested))
      vested = target
    }
    return funds
  }
}
