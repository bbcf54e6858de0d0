internal import FilActors
internal import FilCore

/// A partition of a deadline that is to be proven, with what becomes of each sector.
struct ProvenPartition: Hashable, Sendable {
  /// What becomes of a sector in a proof.
  enum Standing: Hashable, Sendable {
    /// It is proven.
    case proven
    /// It should be proven and cannot be: the message says so, and it becomes faulty.
    case skipped
    /// It is faulty already, and nobody asks for it.
    case faulty
  }

  let index: UInt64
  /// All sectors that are not terminated, by number.
  private(set) var sectors: [(sector: PoStSector, standing: Standing)]

  init(index: UInt64, _ sectors: [(sector: PoStSector, standing: Standing)]) {
    self.index = index
    self.sectors = sectors
  }

  /// The first sector that is proven; `nil` if none is, and the partition cannot be.
  var firstProven: PoStSector? { sectors.first { $0.standing == .proven }?.sector }

  /// The sectors that are skipped.
  var skipped: [SectorNumber] { sectors.filter { $0.standing == .skipped }.map(\.sector.number) }

  /// The partition without some sectors, which are skipped.
  func skipping(_ lost: Set<SectorNumber>) -> ProvenPartition {
    let rest = sectors.map { sector, standing in
      (sector: sector, standing: standing == .proven && lost.contains(sector.number) ? .skipped : standing)
    }
    return ProvenPartition(index: index, rest)
  }

  /// What the message says of the partition.
  func posted() throws(MinerError) -> PoStPartition {
    let skipped = skipped
    let field = try orFail(.state) { () throws(BitFieldError) in try BitField(skipped) }
    return PoStPartition(index: index, skipped: field)
  }

  static func == (left: ProvenPartition, right: ProvenPartition) -> Bool {
    left.index == right.index && left.sectors.elementsEqual(right.sectors, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    for (sector, standing) in sectors {
      hasher.combine(sector)
      hasher.combine(standing)
    }
  }
}
