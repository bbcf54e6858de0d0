public import FilCore

/// A miner's power.
public struct PowerClaim: Hashable, Sendable {
  /// The proof of its sectors.
  public var windowPoStProofType: RegisteredPoStProof
  /// Its raw power in bytes.
  public var rawBytePower: BigInt
  /// Its quality-adjusted power in bytes.
  public var qualityAdjustedPower: BigInt

  /// All fields.
  public init(windowPoStProofType: RegisteredPoStProof, rawBytePower: BigInt, qualityAdjustedPower: BigInt) {
    self.windowPoStProofType = windowPoStProofType
    self.rawBytePower = rawBytePower
    self.qualityAdjustedPower = qualityAdjustedPower
  }
}

extension PowerClaim: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(windowPoStProofType, rawBytePower, qualityAdjustedPower)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (windowPoStProofType, rawBytePower, qualityAdjustedPower) = try decoder.tuple(
      RegisteredPoStProof.self, BigInt.self, BigInt.self)
  }
}
