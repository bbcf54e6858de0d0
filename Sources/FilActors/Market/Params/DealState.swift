public import FilCore

/// What became of a deal that was activated.
public struct DealState: Hashable, Sendable {
  /// The sector that holds the data.
  public var sector: SectorNumber
  /// When the deal was activated.
  public var sectorStartEpoch: ChainEpoch
  /// When the deal was last paid for; -1 if never.
  public var lastUpdatedEpoch: ChainEpoch
  /// When the deal was ended before its time; -1 if it was not.
  public var slashEpoch: ChainEpoch

  /// All fields.
  public init(
    sector: SectorNumber, sectorStartEpoch: ChainEpoch, lastUpdatedEpoch: ChainEpoch, slashEpoch: ChainEpoch
  ) {
    self.sector = sector
    self.sectorStartEpoch = sectorStartEpoch
    self.lastUpdatedEpoch = lastUpdatedEpoch
    self.slashEpoch = slashEpoch
  }
}

extension DealState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(sector, sectorStartEpoch, lastUpdatedEpoch, slashEpoch)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sector, sectorStartEpoch, lastUpdatedEpoch, slashEpoch) = try decoder.tuple(
      SectorNumber.self, ChainEpoch.self, ChainEpoch.self, ChainEpoch.self)
  }
}

extension DealState {
  /// A deal that is activated at an epoch.
  init(sector: SectorNumber, activatedAt epoch: ChainEpoch) {
    self.init(sector: sector, sectorStartEpoch: epoch, lastUpdatedEpoch: -1, slashEpoch: -1)
  }

  /// Whether the deal was looked at since it was activated.
  var wasUpdated: Bool { lastUpdatedEpoch != -1 }
  /// Whether the deal was ended before its time.
  var wasSlashed: Bool { slashEpoch != -1 }
}
