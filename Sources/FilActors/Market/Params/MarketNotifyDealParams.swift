public import FilCore

/// What a client is told of a deal that was published.
public struct MarketNotifyDealParams: Hashable, Sendable {
  /// The terms as CBOR.
  public var proposal: [UInt8]
  /// The deal's number.
  public var dealID: DealID

  /// All fields.
  public init(proposal: [UInt8], dealID: DealID) {
    self.proposal = proposal
    self.dealID = dealID
  }
}

extension MarketNotifyDealParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(proposal, dealID) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (proposal, dealID) = try decoder.tuple([UInt8].self, DealID.self)
  }
}
