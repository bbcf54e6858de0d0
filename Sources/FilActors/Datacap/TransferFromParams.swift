public import FilCore

/// The parameters of the datacap token's `TransferFrom`.
public struct TransferFromParams: Hashable, Sendable {
  /// Whose tokens are moved.
  public var from: Address
  /// Who gets them.
  public var to: Address
  /// How many, in units of 10^-18.
  public var amount: TokenAmount
  /// What the receiver is told.
  public var operatorData: [UInt8]

  /// All fields.
  public init(from: Address, to: Address, amount: TokenAmount, operatorData: [UInt8]) {
    self.from = from
    self.to = to
    self.amount = amount
    self.operatorData = operatorData
  }
}

extension TransferFromParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(from, to, amount, operatorData) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (from, to, amount, operatorData) = try decoder.tuple(Address.self, Address.self, TokenAmount.self, [UInt8].self)
  }
}
