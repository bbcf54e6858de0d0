public import FilCore

/// What a network in one process is made of.
public struct LocalNetworkConfiguration: Hashable, Sendable {
  /// How many storage miners it begins with, each on a node of its own.
  public var storageMiners: Int
  /// How many sectors each of them has from the first epoch on.
  public var sectorsPerMiner: Int
  /// The size of the sectors.
  public var sectorSize: SectorSize
  /// How many nodes without miners it begins with.
  public var fullNodes: Int

  /// A network.
  public init(
    storageMiners: Int = 1, sectorsPerMiner: Int = 2, sectorSize: SectorSize = .kib2, fullNodes: Int = 0
  ) {
    self.storageMiners = storageMiners
    self.sectorsPerMiner = sectorsPerMiner
    self.sectorSize = sectorSize
    self.fullNodes = fullNodes
  }

  /// One storage miner with sectors of 2 KiB: the fastest network, for files of up to 1,900 bytes.
  public static let oneStorageMiner = LocalNetworkConfiguration()

  /// One storage miner with sectors of another size.
  ///
  /// Sectors of 8 MiB take files of up to 8,300,000 bytes; sealing and proving them takes seconds instead of
  /// milliseconds.
  public static func oneStorageMiner(sectorSize: SectorSize) -> LocalNetworkConfiguration {
    LocalNetworkConfiguration(sectorSize: sectorSize)
  }
}
