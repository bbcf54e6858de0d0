internal import FilActors
internal import FilCore

/// A partition of a deadline that is to be proven, with what becomes of each sector.
struct ProvenPartition: Hashable, Sendable {
  /// What becomes of a sector in a proof.
  enum Standing: Hashable, Sendable {
    /// It is proven.
    case proven(PoStSector)
    /// It should be proven and cannot be: the message says so, and it becomes faulty.
    case skipped
    /// It is faulty already and nobody asks for it, or it is over.
    case ignored
  }

  /// A sector.
  struct Member: Hashable, Sendable {
    let number: SectorNumber
    var standing: Standing

    /// The sector, if it is proven.
    var proven: PoStSector? {
      guard case .proven(let sector) = standing else { return nil }
      return sector
    }
  }

  let index: UInt64
  /// All sectors by number, also those that are over.
  var members: [Member]

  /// Whether there is a sector to prove; otherwise the partition cannot be.
  var hasProven: Bool { members.contains { $0.proven != nil } }

  /// The sectors that are skipped.
  var skipped: [SectorNumber] { members.filter { $0.standing == .skipped }.map(\.number) }

  /// The partition without some sectors, which are skipped.
  func skipping(_ lost: Set<SectorNumber>) -> ProvenPartition {
    var rest = self
    for index in members.indices where members[index].proven != nil && lost.contains(members[index].number) {
      rest.members[index].standing = .skipped
    }
    return rest
  }

  /// What the message says of the partition.
  func posted() throws(MinerError) -> PoStPartition {
    let skipped = skipped
    let field = try orFail(.state) { () throws(BitFieldError) in try BitField(skipped) }
    return PoStPartition(index: index, skipped: field)
  }
}
