public import FilCore

/// What the datacap token's `Burn` returns.
public struct BurnReturn: Hashable, Sendable {
  /// The caller's tokens.
  public var balance: TokenAmount

  /// All fields.
  public init(balance: TokenAmount) {
    self.balance = balance
  }
}

extension BurnReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(balance) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    balance = try decoder.tuple(TokenAmount.self)
  }
}
