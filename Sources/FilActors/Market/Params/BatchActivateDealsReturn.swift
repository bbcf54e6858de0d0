public import FilCore

/// What the market's `BatchActivateDeals` returns.
public struct BatchActivateDealsReturn: Hashable, Sendable {
  /// How each sector ended.
  public var results: BatchReturn
  /// The deals of those that succeeded.
  public var activations: [SectorDealActivation]

  /// All fields.
  public init(results: BatchReturn, activations: [SectorDealActivation]) {
    self.results = results
    self.activations = activations
  }
}

extension BatchActivateDealsReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(results, activations) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (results, activations) = try decoder.tuple(BatchReturn.self, [SectorDealActivation].self)
  }
}
