public import FilCore

/// What the datacap token's `TransferFrom` returns.
public struct TransferFromReturn: Hashable, Sendable {
  /// The tokens that are left.
  public var fromBalance: TokenAmount
  /// The receiver's tokens.
  public var toBalance: TokenAmount
  /// What the operator may still move.
  public var allowance: TokenAmount
  /// What the receiver answered.
  public var recipientData: [UInt8]

  /// All fields.
  public init(fromBalance: TokenAmount, toBalance: TokenAmount, allowance: TokenAmount, recipientData: [UInt8]) {
    self.fromBalance = fromBalance
    self.toBalance = toBalance
    self.allowance = allowance
    self.recipientData = recipientData
  }
}

extension TransferFromReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(fromBalance, toBalance, allowance, recipientData)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (fromBalance, toBalance, allowance, recipientData) = try decoder.tuple(
      TokenAmount.self, TokenAmount.self, TokenAmount.self, [UInt8].self)
  }
}
