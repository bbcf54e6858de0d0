public import FilCore

/// How a deal was settled.
public struct DealSettlement: Hashable, Sendable {
  /// What the client paid to the provider.
  public var payment: TokenAmount
  /// Whether the deal is over.
  public var isCompleted: Bool

  /// All fields.
  public init(payment: TokenAmount, isCompleted: Bool) {
    self.payment = payment
    self.isCompleted = isCompleted
  }
}

extension DealSettlement: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(payment, isCompleted) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (payment, isCompleted) = try decoder.tuple(TokenAmount.self, Bool.self)
  }
}
