public import FilCore

/// A withdrawal from the escrow.
public struct WithdrawBalanceParams: Hashable, Sendable {
  /// Whose money it is.
  public var providerOrClient: Address
  /// The most to withdraw.
  public var amount: TokenAmount

  /// All fields.
  public init(providerOrClient: Address, amount: TokenAmount) {
    self.providerOrClient = providerOrClient
    self.amount = amount
  }
}

extension WithdrawBalanceParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(providerOrClient, amount) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (providerOrClient, amount) = try decoder.tuple(Address.self, TokenAmount.self)
  }
}
