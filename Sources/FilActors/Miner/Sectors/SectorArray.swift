internal import FilCore

/// The array of a miner's sectors.
struct SectorArray<Store: Blockstore> {
  /// The bits of an index that choose a slot.
  static var bitWidth: Int { 5 }
  /// The greatest number that a sector may have.
  static var maxNumber: SectorNumber { SectorNumber(Int64.max) }

  private var array: StateArray<SectorOnChainInfo, Store>

  init(root: CID, store: Store) throws(ActorError) {
    array = try StateArray(root: root, store: store)
  }

  /// The sector with a number; `nil` if there is none.
  func get(_ number: SectorNumber) throws(ActorError) -> SectorOnChainInfo? {
    try array.get(number)
  }

  /// The sector with a number, which must be there.
  func require(_ number: SectorNumber) throws(ActorError) -> SectorOnChainInfo {
    try array.get(number).orAbort(.notFound, "sector not found: \(number)")
  }

  /// The sectors with these numbers, all of which must be there.
  func load(_ numbers: BitField) throws(ActorError) -> [SectorOnChainInfo] {
    var sectors: [SectorOnChainInfo] = []
    for number in numbers { sectors.append(try require(number)) }
    return sectors
  }

  /// The sectors that a proof covers; the first one that is not faulty stands for those that are.
  func load(_ proven: BitField, standingInFor faults: BitField) throws(ActorError) -> [SectorOnChainInfo] {
    guard let good = proven.subtracting(faults).first else { return [] }
    let standIn = try require(good)
    var sectors: [SectorOnChainInfo] = []
    for number in proven { sectors.append(faults.contains(number) ? standIn : try require(number)) }
    return sectors
  }

  /// Adds or replaces sectors.
  mutating func put(_ sectors: [SectorOnChainInfo]) throws(ActorError) {
    for sector in sectors {
      try FilActors.require(
        sector.number <= SectorArray.maxNumber, .illegalState, "sector number \(sector.number) out of range")
      try array.set(sector.number, to: sector)
    }
  }

  mutating func flush() throws(ActorError) -> CID {
    try array.flush()
  }
}
