public import FilCore

/// The parameters of the market's `BatchActivateDeals`.
public struct BatchActivateDealsParams: Hashable, Sendable {
  /// The sectors.
  public var sectors: [SectorDeals]
  /// Whether the commitments to their data are wanted.
  public var computeCID: Bool

  /// All fields.
  public init(sectors: [SectorDeals], computeCID: Bool) {
    self.sectors = sectors
    self.computeCID = computeCID
  }
}

extension BatchActivateDealsParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sectors, computeCID) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sectors, computeCID) = try decoder.tuple([SectorDeals].self, Bool.self)
  }
}
