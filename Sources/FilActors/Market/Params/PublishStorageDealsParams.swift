public import FilCore

/// Deals of one provider to put on the chain.
public struct PublishStorageDealsParams: Hashable, Sendable {
  /// The deals.
  public var deals: [ClientDealProposal]

  /// All fields.
  public init(deals: [ClientDealProposal]) {
    self.deals = deals
  }
}

extension PublishStorageDealsParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(deals) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    deals = try decoder.tuple([ClientDealProposal].self)
  }
}
