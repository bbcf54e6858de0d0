public import FilCore

/// How deals were settled.
public struct SettleDealPaymentsReturn: Hashable, Sendable {
  /// Which of them could be.
  public var results: BatchReturn
  /// Those, in order.
  public var settlements: [DealSettlement]

  /// All fields.
  public init(results: BatchReturn, settlements: [DealSettlement]) {
    self.results = results
    self.settlements = settlements
  }
}

extension SettleDealPaymentsReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(results, settlements) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (results, settlements) = try decoder.tuple(BatchReturn.self, [DealSettlement].self)
  }
}
