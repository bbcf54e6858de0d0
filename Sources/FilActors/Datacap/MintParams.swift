public import FilCore

/// The parameters of the datacap token's `Mint`.
public struct MintParams: Hashable, Sendable {
  /// Who gets the tokens.
  public var to: Address
  /// How many, in units of 10^-18.
  public var amount: TokenAmount
  /// Who may move the receiver's tokens.
  public var operators: [Address]

  /// All fields.
  public init(to: Address, amount: TokenAmount, operators: [Address]) {
    self.to = to
    self.amount = amount
    self.operators = operators
  }
}

extension MintParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(to, amount, operators) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (to, amount, operators) = try decoder.tuple(Address.self, TokenAmount.self, [Address].self)
  }
}
