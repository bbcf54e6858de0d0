public import FilCore

/// The methods of the market that other actors call.
public enum MarketMethods {
  /// The commitments to sectors' deals.
  public static let verifyDealsForActivation: MethodNumber = 5
  /// The deals of sectors that are proven.
  public static let batchActivateDeals: MethodNumber = 6
  /// Sectors that ended before their time.
  public static let onMinerSectorsTerminate: MethodNumber = 7
  /// What a miner tells of its sectors (FRC-0042 number of `SectorContentChanged`).
  public static let sectorContentChanged: MethodNumber = 2_034_386_435
  /// Tells a client of a deal; a method of clients, not of the market.
  public static let marketNotifyDeal: MethodNumber = 4_186_741_094
}
