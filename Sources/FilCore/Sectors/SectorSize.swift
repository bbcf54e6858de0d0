/// The size of a sector in bytes; a miner's sectors all have one size.
public enum SectorSize: UInt64, Hashable, Sendable, CaseIterable {
  /// 2 KiB, for tests.
  case kib2 = 2048
  /// 8 MiB, for tests.
  case mib8 = 8_388_608
  /// 512 MiB, for tests.
  case mib512 = 536_870_912
  /// 32 GiB.
  case gib32 = 34_359_738_368
  /// 64 GiB.
  case gib64 = 68_719_476_736

  /// The number of 32-byte nodes in a sector.
  public var nodeCount: UInt64 { rawValue / 32 }

  /// The size as people write it, as "8 MiB".
  public var description: String {
    switch self {
    case .kib2: "2 KiB"
    case .mib8: "8 MiB"
    case .mib512: "512 MiB"
    case .gib32: "32 GiB"
    case .gib64: "64 GiB"
    }
  }
}

extension SectorSize: CustomStringConvertible, Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: SectorSize, right: SectorSize) -> Bool { left.rawValue < right.rawValue }
}
