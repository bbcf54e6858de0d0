public import FilCore

/// What the pledge for new power depends on.
public struct NetworkPledgeInputs: Hashable, Sendable {
  /// The network's quality-adjusted power, smoothed.
  public var networkPower: FilterEstimate
  /// The baseline of the epoch, in bytes.
  public var baselinePower: BigInt
  /// The money in circulation.
  public var circulatingSupply: TokenAmount
  /// The reward of an epoch, smoothed.
  public var epochReward: FilterEstimate
  /// The epochs since the pledge began to move to its new formula (FIP-0081).
  public var epochsSinceRampStart: Int64
  /// How long that takes.
  public var rampDurationEpochs: UInt64

  /// The network's state.
  public init(
    networkPower: FilterEstimate, baselinePower: BigInt, circulatingSupply: TokenAmount,
    epochReward: FilterEstimate, epochsSinceRampStart: Int64, rampDurationEpochs: UInt64
  ) {
    self.networkPower = networkPower
    self.baselinePower = baselinePower
    self.circulatingSupply = circulatingSupply
    self.epochReward = epochReward
    self.epochsSinceRampStart = epochsSinceRampStart
    self.rampDurationEpochs = rampDurationEpochs
  }

  /// The share of the pledge, in thousandths, that the network's power alone decides, without the baseline.
  var simpleShare: Int64 {
    let full: Int64 = 300
    if epochsSinceRampStart < 0 { return 0 }
    guard rampDurationEpochs > 0, UInt64(epochsSinceRampStart) < rampDurationEpochs else { return full }
    // Both are below 2^63 here, and the quotient below 300.
    let share = BigInt(epochsSinceRampStart) * BigInt(full) / BigInt(rampDurationEpochs)
    return Int64(share) ?? full
  }
}
