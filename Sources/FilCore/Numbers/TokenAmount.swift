/// An amount of the network's money, in attoFIL (10^-18 FIL); may be negative, as a difference.
public struct TokenAmount: Hashable, Sendable {
  /// The amount in attoFIL.
  public let atto: BigInt

  /// The decimal places of a FIL.
  static let decimals = 18

  /// Nothing.
  public static let zero = TokenAmount(atto: BigInt.zero)

  /// An amount in attoFIL.
  public init(atto: BigInt) {
    self.atto = atto
  }

  /// An amount in attoFIL.
  public init(atto: some BinaryInteger) {
    self.atto = BigInt(atto)
  }

  /// A whole number of FIL.
  public static func fil(_ amount: Int64) -> TokenAmount {
    TokenAmount(atto: BigInt(small: Int128(amount) * 1_000_000_000_000_000_000))
  }

  /// A whole number of nanoFIL (10^-9 FIL).
  public static func nanoFIL(_ amount: Int64) -> TokenAmount {
    TokenAmount(atto: BigInt(small: Int128(amount) * 1_000_000_000))
  }

  /// Whether the amount is zero.
  public var isZero: Bool { atto.isZero }

  /// Whether the amount is below zero.
  public var isNegative: Bool { atto.isNegative }

  /// Whether the amount is above zero.
  public var isPositive: Bool { atto.signum > 0 }
}

extension TokenAmount: Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: TokenAmount, right: TokenAmount) -> Bool { left.atto < right.atto }
}

extension TokenAmount: AdditiveArithmetic {
  /// The sum.
  public static func + (left: TokenAmount, right: TokenAmount) -> TokenAmount {
    TokenAmount(atto: left.atto + right.atto)
  }

  /// The difference.
  public static func - (left: TokenAmount, right: TokenAmount) -> TokenAmount {
    TokenAmount(atto: left.atto - right.atto)
  }

  /// The negative amount.
  public static prefix func - (amount: TokenAmount) -> TokenAmount { TokenAmount(atto: -amount.atto) }

  /// The amount times a number.
  public static func * (amount: TokenAmount, factor: some BinaryInteger) -> TokenAmount {
    TokenAmount(atto: amount.atto * BigInt(factor))
  }

  /// The amount times a number.
  public static func * (amount: TokenAmount, factor: BigInt) -> TokenAmount {
    TokenAmount(atto: amount.atto * factor)
  }
}

/// In CBOR as `BigInt`, in attoFIL.
extension TokenAmount: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { atto.encode(to: &encoder) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self.init(atto: try BigInt(from: &decoder))
  }
}
