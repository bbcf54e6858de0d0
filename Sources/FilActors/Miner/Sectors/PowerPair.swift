public import FilCore

/// Raw and quality-adjusted power, in bytes.
public struct PowerPair: Hashable, Sendable {
  /// The bytes of the sectors.
  public var raw: BigInt
  /// The bytes, times the quality of what is in them.
  public var qa: BigInt

  /// No power.
  public static let zero = PowerPair(raw: 0, qa: 0)

  /// A pair of powers.
  public init(raw: BigInt, qa: BigInt) {
    self.raw = raw
    self.qa = qa
  }

  /// Whether both are zero.
  public var isZero: Bool { raw.isZero && qa.isZero }

  /// Whether one of them is below zero.
  public var isNegative: Bool { raw.isNegative || qa.isNegative }
}

extension PowerPair: AdditiveArithmetic {
  /// The sum.
  public static func + (left: PowerPair, right: PowerPair) -> PowerPair {
    PowerPair(raw: left.raw + right.raw, qa: left.qa + right.qa)
  }

  /// The difference.
  public static func - (left: PowerPair, right: PowerPair) -> PowerPair {
    PowerPair(raw: left.raw - right.raw, qa: left.qa - right.qa)
  }
}

extension PowerPair: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(raw, qa) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (raw, qa) = try decoder.tuple(BigInt.self, BigInt.self)
  }
}
