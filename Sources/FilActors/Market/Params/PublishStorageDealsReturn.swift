public import FilCore

/// The deals that were put on the chain.
public struct PublishStorageDealsReturn: Hashable, Sendable {
  /// The numbers of the valid deals, in order.
  public var ids: [DealID]
  /// Which of the deals were valid, by index.
  public var validDeals: BitField

  /// All fields.
  public init(ids: [DealID], validDeals: BitField) {
    self.ids = ids
    self.validDeals = validDeals
  }
}

extension PublishStorageDealsReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(ids, validDeals) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (ids, validDeals) = try decoder.tuple([DealID].self, BitField.self)
  }
}
