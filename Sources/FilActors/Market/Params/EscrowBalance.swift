public import FilCore

/// The money that a provider or a client has in escrow.
public struct EscrowBalance: Hashable, Sendable {
  /// All of it.
  public var balance: TokenAmount
  /// What deals hold of it.
  public var locked: TokenAmount

  /// All fields.
  public init(balance: TokenAmount, locked: TokenAmount) {
    self.balance = balance
    self.locked = locked
  }
}

extension EscrowBalance: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(balance, locked) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (balance, locked) = try decoder.tuple(TokenAmount.self, TokenAmount.self)
  }
}
