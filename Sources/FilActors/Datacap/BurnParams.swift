public import FilCore

/// The parameters of the datacap token's `Burn`.
public struct BurnParams: Hashable, Sendable {
  /// How many tokens, in units of 10^-18.
  public var amount: TokenAmount

  /// All fields.
  public init(amount: TokenAmount) {
    self.amount = amount
  }
}

extension BurnParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(amount) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    amount = try decoder.tuple(TokenAmount.self)
  }
}
