internal import FilActors
internal import FilCore

/// Reads the partitions of a deadline.
struct PartitionReader {
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
  func unproven(_ isAvailable: (PoStSector) -> Bool) throws(MinerError) -> [ProvenPartition] {
    var unproven: [ProvenPartition] = []
    for (index, partition) in partitions {
      let wanted = partition.liveSectors.subtracting(partition.faults).union(partition.recoveries)
      var proven = ProvenPartition(index: index, members: [])
      for number in partition.sectors {
        let standing = wanted.contains(number) ? try standing(of: number, isAvailable) : .ignored
        proven.members.append(ProvenPartition.Member(number: number, standing: standing))
      }
      if proven.hasProven { unproven.append(proven) }
    }
    return unproven
  }

  private func standing(
    of number: SectorNumber, _ isAvailable: (PoStSector) -> Bool
  ) throws(MinerError) -> ProvenPartition.Standing {
    guard let sector = infos[number] else { throw MinerError(.state, "no sector \(number) on the chain") }
    return isAvailable(sector) ? .proven(sector) : .skipped
  }
}
