public import FilCore

/// What the datacap token's `Mint` returns.
public struct MintReturn: Hashable, Sendable {
  /// The receiver's tokens.
  public var balance: TokenAmount
  /// All tokens.
  public var supply: TokenAmount
  /// What the receiver answered.
  public var recipientData: [UInt8]

  /// All fields.
  public init(balance: TokenAmount, supply: TokenAmount, recipientData: [UInt8]) {
    self.balance = balance
    self.supply = supply
    self.recipientData = recipientData
  }
}

extension MintReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(balance, supply, recipientData) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (balance, supply, recipientData) = try decoder.tuple(TokenAmount.self, TokenAmount.self, [UInt8].self)
  }
}
