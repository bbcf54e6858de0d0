public import FilCore

/// The parameters of a miner's `InternalSectorSetupForPreseal`.
public struct InternalSectorSetupForPresealParams: Hashable, Sendable {
  /// The sectors, which are pre-committed.
  public var sectors: [SectorNumber]
  /// The reward of an epoch.
  public var rewardSmoothed: FilterEstimate
  /// The baseline in bytes.
  public var rewardBaselinePower: BigInt
  /// The network's power.
  public var qualityAdjustedPowerSmoothed: FilterEstimate

  /// All fields.
  public init(
    sectors: [SectorNumber], rewardSmoothed: FilterEstimate, rewardBaselinePower: BigInt,
    qualityAdjustedPowerSmoothed: FilterEstimate
  ) {
    self.sectors = sectors
    self.rewardSmoothed = rewardSmoothed
    self.rewardBaselinePower = rewardBaselinePower
    self.qualityAdjustedPowerSmoothed = qualityAdjustedPowerSmoothed
  }
}

extension InternalSectorSetupForPresealParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(sectors, rewardSmoothed, rewardBaselinePower, qualityAdjustedPowerSmoothed)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sectors, rewardSmoothed, rewardBaselinePower, qualityAdjustedPowerSmoothed) = try decoder.tuple(
      [SectorNumber].self, FilterEstimate.self, BigInt.self, FilterEstimate.self)
  }
}
