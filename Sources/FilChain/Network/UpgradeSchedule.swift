public import FilCore

/// When a network makes its upgrades.
public struct UpgradeSchedule: Hashable, Sendable {
  /// The version at the genesis.
  public let genesisVersion: UInt32
  /// The height of each upgrade; a negative one, or none, is made never or before the genesis.
  public let heights: [Upgrade: ChainEpoch]

  /// A schedule.
  public init(genesisVersion: UInt32, heights: [Upgrade: ChainEpoch]) {
    self.genesisVersion = genesisVersion
    self.heights = heights
  }

  /// The height of an upgrade; -1 if the schedule has none.
  public subscript(upgrade: Upgrade) -> ChainEpoch { heights[upgrade] ?? -1 }

  /// The network version of an epoch: the epoch at an upgrade's height itself still has the old one.
  public func networkVersion(at epoch: ChainEpoch) -> UInt32 {
    heights.reduce(genesisVersion) { version, entry in
      (0..<epoch).contains(entry.value) ? max(version, entry.key.networkVersion) : version
    }
  }

  /// Mainnet's.
  public static let mainnet = UpgradeSchedule(
    genesisVersion: 0,
    heights: [
      .breeze: 41_280, .smoke: 51_000, .ignition: 94_000, .refuel: 130_800, .assembly: 138_720, .tape: 140_760,
      .liftoff: 148_888, .kumquat: 170_000, .calico: 265_200, .persian: 272_400, .orange: 336_458,
      .trust:
        550_321, .norwegian: 665_280, .turbo: 712_320, .hyperdrive: 892_800, .chocolate: 1_231_620,
      .ohSnap:
        1_594_680, .skyr: 1_960_320, .shark: 2_383_680, .hygge: 2_683_348, .lightning: 2_809_800,
      .thunder:
        2_870_280, .watermelon: 3_469_380, .watermelonFix: -1, .watermelonFix2: -2, .dragon: 3_855_360,
      .calibrationDragonFix: -3, .waffle: 4_154_640, .tuktuk: 4_461_240, .teep: 4_878_840, .tock: 5_138_040,
      .tockFix: -1, .goldenWeek: 5_348_280, .fireHorse: 6_052_800,
    ])

  /// That of Lotus's small private network: all upgrades lie before the genesis.
  public static let devnet = UpgradeSchedule(
    genesisVersion: 28,
    heights: [
      .breeze: -1, .smoke: -1, .ignition: -2, .refuel: -3, .assembly: -5, .tape: -4, .liftoff: -6, .kumquat: -7,
      .calico: -9, .persian: -10, .orange: -11, .trust: -13, .norwegian: -14, .turbo: -15, .hyperdrive: -16,
      .chocolate: -17, .ohSnap: -18, .skyr: -19, .shark: -20, .hygge: -21, .lightning: -22, .thunder: -23,
      .watermelon: -24, .watermelonFix: -100, .watermelonFix2: -101, .dragon: -25, .calibrationDragonFix: -102,
      .waffle: -27, .tuktuk: -28, .teep: -29, .tock: -30, .tockFix: -103, .goldenWeek: -31, .fireHorse: -32,
    ])
}
