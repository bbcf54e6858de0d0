public import FilCore

/// The state of the power actor: the miners' power, the network's, and what miners have enrolled.
public struct PowerState: Hashable, Sendable {
  /// The raw power of miners above the minimum, in bytes.
  public var totalRawBytePower: BigInt = 0
  /// The raw power of all miners.
  public var totalBytesCommitted: BigInt = 0
  /// The quality-adjusted power of miners above the minimum.
  public var totalQualityAdjustedPower: BigInt = 0
  /// The quality-adjusted power of all miners.
  public var totalQABytesCommitted: BigInt = 0
  /// All pledges, in attoFIL.
  public var totalPledgeCollateral = TokenAmount.zero
  /// The network's raw power, as it was at the end of the last epoch.
  public var thisEpochRawBytePower: BigInt = 0
  /// The network's quality-adjusted power, as it was at the end of the last epoch.
  public var thisEpochQualityAdjustedPower: BigInt = 0
  /// All pledges, as they were at the end of the last epoch.
  public var thisEpochPledgeCollateral = TokenAmount.zero
  /// The network's quality-adjusted power, smoothed.
  public var thisEpochQAPowerSmoothed = FilterEstimate(value: 750_000 << 30, change: 3_840 << 30)
  /// How many miners there are.
  public var minerCount: Int64 = 0
  /// How many of them have the minimum power.
  public var minerAboveMinPowerCount: Int64 = 0
  /// When pledges began to move to their new formula (FIP-0081).
  public var rampStartEpoch: Int64 = 0
  /// How long that takes.
  public var rampDurationEpochs: UInt64 = 0
  /// What miners have enrolled: a map of arrays of `PowerCronEvent` by epoch.
  public var cronEventQueue: CID
  /// The first epoch that may have events.
  public var firstCronEpoch: ChainEpoch = 0
  /// The miners' power: a map of `PowerClaim` by address.
  public var claims: CID
  /// Not used any more.
  public var proofValidationBatch: CID?

  /// With fewer miners of the minimum power than these, all power counts.
  public static let consensusMinerMinMiners: Int64 = 4

  static let queueMapBitWidth = 6
  static let queueArrayBitWidth = 6

  /// A state without miners; empty collections are put in the store.
  package init(store: some Blockstore) throws(ActorError) {
    var queue = StateMap<Int64, CID, _>(store: store, bitWidth: PowerState.queueMapBitWidth)
    cronEventQueue = try queue.flush()
    var empty = StateMap<Address, PowerClaim, _>(store: store)
    claims = try empty.flush()
  }

  /// The network's power that counts: raw and quality-adjusted, in bytes.
  public var currentTotalPower: PowerPair {
    minerAboveMinPowerCount < PowerState.consensusMinerMinMiners
      ? PowerPair(raw: totalBytesCommitted, qa: totalQABytesCommitted)
      : PowerPair(raw: totalRawBytePower, qa: totalQualityAdjustedPower)
  }

  /// The power of a miner; `nil` if there is no such miner.
  ///
  /// - Throws: `ActorError` with `illegalState` if the state cannot be read.
  public func claim(of miner: Address, in store: some Blockstore) throws(ActorError) -> PowerClaim? {
    try StateMap(root: claims, store: store).get(miner)
  }

  /// Whether a miner's power lets it take part in elections.
  ///
  /// - Parameters:
  ///   - claim: The miner's power.
  ///   - policy: The network's parameters.
  /// - Returns: Whether it has the minimum, or there are too few miners that have and it has any.
  public func meetsConsensusMinimum(_ claim: PowerClaim, _ policy: Policy) -> Bool {
    if claim.rawBytePower >= policy.minimumConsensusPower { return true }
    return minerAboveMinPowerCount < PowerState.consensusMinerMinMiners && claim.rawBytePower.signum > 0
  }
}

extension PowerState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      totalRawBytePower, totalBytesCommitted, totalQualityAdjustedPower, totalQABytesCommitted,
      totalPledgeCollateral, thisEpochRawBytePower, thisEpochQualityAdjustedPower, thisEpochPledgeCollateral,
      thisEpochQAPowerSmoothed, minerCount, minerAboveMinPowerCount, rampStartEpoch, rampDurationEpochs,
      cronEventQueue, firstCronEpoch, claims, proofValidationBatch)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      totalRawBytePower, totalBytesCommitted, totalQualityAdjustedPower, totalQABytesCommitted,
      totalPledgeCollateral, thisEpochRawBytePower, thisEpochQualityAdjustedPower, thisEpochPledgeCollateral,
      thisEpochQAPowerSmoothed, minerCount, minerAboveMinPowerCount, rampStartEpoch, rampDurationEpochs,
      cronEventQueue, firstCronEpoch, claims, proofValidationBatch
    ) = try decoder.tuple(
      BigInt.self, BigInt.self, BigInt.self, BigInt.self, TokenAmount.self, BigInt.self, BigInt.self,
      TokenAmount.self, FilterEstimate.self, Int64.self, Int64.self, Int64.self, UInt64.self, CID.self,
      ChainEpoch.self, CID.self, CID?.self)
  }
}
