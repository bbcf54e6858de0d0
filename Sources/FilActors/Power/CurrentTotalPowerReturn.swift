public import FilCore

/// What the power actor's `CurrentTotalPower` returns.
public struct CurrentTotalPowerReturn: Hashable, Sendable {
  /// The network's raw power in bytes.
  public var rawBytePower: BigInt
  /// The network's quality-adjusted power in bytes.
  public var qualityAdjustedPower: BigInt
  /// All pledges.
  public var pledgeCollateral: TokenAmount
  /// The quality-adjusted power, smoothed.
  public var qualityAdjustedPowerSmoothed: FilterEstimate
  /// When pledges began to move to their new formula (FIP-0081).
  public var rampStartEpoch: Int64
  /// How long that takes.
  public var rampDurationEpochs: UInt64

  /// All fields.
  public init(
    rawBytePower: BigInt, qualityAdjustedPower: BigInt, pledgeCollateral: TokenAmount,
    qualityAdjustedPowerSmoothed: FilterEstimate, rampStartEpoch: Int64, rampDurationEpochs: UInt64
  ) {
    self.rawBytePower = rawBytePower
    self.qualityAdjustedPower = qualityAdjustedPower
    self.pledgeCollateral = pledgeCollateral
    self.qualityAdjustedPowerSmoothed = qualityAdjustedPowerSmoothed
    self.rampStartEpoch = rampStartEpoch
    self.rampDurationEpochs = rampDurationEpochs
  }
}

extension CurrentTotalPowerReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      rawBytePower, qualityAdjustedPower, pledgeCollateral, qualityAdjustedPowerSmoothed, rampStartEpoch,
      rampDurationEpochs)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      rawBytePower, qualityAdjustedPower, pledgeCollateral, qualityAdjustedPowerSmoothed, rampStartEpoch,
      rampDurationEpochs
    ) = try decoder.tuple(
      BigInt.self, BigInt.self, TokenAmount.self, FilterEstimate.self, Int64.self, UInt64.self)
  }
}
