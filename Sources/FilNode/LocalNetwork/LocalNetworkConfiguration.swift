public import FilCore

/// What a network in one process is made of.
///
/// Numbers that no network can have are refused when it begins.
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

  /// Requires that the numbers are ones that a network can have: each miner has a key of its own and something to prove.
  func check() throws(LocalNetworkError) {
    let fields = [
      ("storageMiners", storageMiners, 0...254), ("sectorsPerMiner", sectorsPerMiner, 1...10_000),
      ("fullNodes", fullNodes, 0...1_000),
    ]
    for (field, value, allowed) in fields where !allowed.contains(value) {
      throw .configuration(field: field, value: value, allowed: allowed)
    }
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
