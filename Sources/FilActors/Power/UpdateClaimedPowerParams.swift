public import FilCore

/// The parameters of the power actor's `UpdateClaimedPower`.
public struct UpdateClaimedPowerParams: Hashable, Sendable {
  /// How the miner's raw power changes, in bytes.
  public var rawByteDelta: BigInt
  /// How its quality-adjusted power changes, in bytes.
  public var qualityAdjustedDelta: BigInt

  /// All fields.
  public init(rawByteDelta: BigInt, qualityAdjustedDelta: BigInt) {
    self.rawByteDelta = rawByteDelta
    self.qualityAdjustedDelta = qualityAdjustedDelta
  }
}

extension UpdateClaimedPowerParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(rawByteDelta, qualityAdjustedDelta) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (rawByteDelta, qualityAdjustedDelta) = try decoder.tuple(BigInt.self, BigInt.self)
  }
}
