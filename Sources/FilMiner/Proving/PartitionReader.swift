internal import FilActors
internal import FilCore

/// Reads the partitions of a deadline.
struct PartitionReader {
  /// A partition that is to be proven.
  struct Part {
    let index: UInt64
    /// Sectors that should be proven and cannot be.
    let skipped: BitField
    /// All sectors by number, also those that are over; `nil` for each that is not to be proven, or cannot be: a good one
    /// stands in for it.
    let sectors: [PoStSector?]
  }

  private let partitions: [(UInt64, Partition)]
  private let infos: [SectorNumber: PoStSector]

  /// Reads the partitions of a deadline that are not proven yet in this period, and their sectors.
  init<Store: Blockstore>(_ state: MinerState, deadline index: UInt64, store: Store) throws(MinerError) {
    let deadline = try orFail(.state) { () throws(ActorError) in
      try state.loadDeadlines(in: store).load(index, in: store)
    }
    var partitions: [(UInt64, Partition)] = []
    var infos: [SectorNumber: PoStSector] = [:]
    try orFail(.state) { () throws(CollectionError) in
      let array = try AMT<Partition, Store>(root: deadline.partitions, store: store)
      let sectors = try AMT<SectorOnChainInfo, Store>(root: state.sectors, store: store)
      var entries = try array.entries()
      while let (number, partition) = try entries.next() {
        guard !deadline.partitionsPosted.contains(number) else { continue }
        partitions.append((number, partition))
        for sector in partition.liveSectors {
          guard let info = try sectors.get(sector) else { continue }
          infos[sector] = PoStSector(sealProof: info.sealProof, number: sector, sealedCID: info.sealedCID)
        }
      }
    }
    self.partitions = partitions
    self.infos = infos
  }

  /// The partitions that have something to prove.
  func unproven(_ isAvailable: (PoStSector) throws(MinerError) -> Bool) throws(MinerError) -> [Part] {
    var parts: [Part] = []
    for (index, partition) in partitions {
      let wanted = partition.liveSectors.subtracting(partition.faults).union(partition.recoveries)
      var skipped: [SectorNumber] = []
      var sectors: [PoStSector?] = []
      for number in partition.sectors {
        guard wanted.contains(number) else {
          sectors.append(nil)
          continue
        }
        guard let sector = infos[number] else { throw MinerError(.state, "no sector \(number) on the chain") }
        let isGood = try isAvailable(sector)
        if !isGood { skipped.append(number) }
        sectors.append(isGood ? sector : nil)
      }
      guard sectors.contains(where: { $0 != nil }) else { continue }
      let all = skipped
      let field = try orFail(.state) { () throws(BitFieldError) in try BitField(all) }
      parts.append(Part(index: index, skipped: field, sectors: sectors))
    }
    return parts
  }
}
