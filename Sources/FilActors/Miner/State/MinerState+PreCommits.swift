internal import FilCore

extension MinerState {
  /// Marks numbers as used, none of which may have been used before.
  mutating func allocate(_ numbers: BitField, in store: some Blockstore) throws(ActorError) {
    let allocated: BitField = try store.load(at: allocatedSectors)
    try require(!allocated.containsAny(of: numbers), .illegalArgument, "sector numbers already allocated")
    allocatedSectors = try store.save(allocated.union(numbers), .illegalArgument)
  }

  /// Adds sectors that are to be proven.
  mutating func put(_ preCommits: [SectorPreCommitOnChainInfo], in store: some Blockstore) throws(ActorError) {
    var map = try StateMap<SectorNumber, SectorPreCommitOnChainInfo, _>(root: preCommittedSectors, store: store)
    for preCommit in preCommits {
      let isNew = try map.setIfAbsent(preCommit.info.number, to: preCommit)
      try require(isNew, .illegalState, "sector \(preCommit.info.number) already pre-committed")
    }
    preCommittedSectors = try map.flush()
  }

  /// The sectors with these numbers that are to be proven; those that are not there are left out.
  func findPreCommitted(
    _ numbers: [SectorNumber], in store: some Blockstore
  ) throws(ActorError) -> [SectorPreCommitOnChainInfo] {
    let map = try StateMap<SectorNumber, SectorPreCommitOnChainInfo, _>(root: preCommittedSectors, store: store)
    var found: [SectorPreCommitOnChainInfo] = []
    for number in numbers {
      if let preCommit = try map.get(number) { found.append(preCommit) }
    }
    return found
  }

  /// The sectors with these numbers that are to be proven, all of which must be there.
  func requirePreCommitted(
    _ numbers: [SectorNumber], in store: some Blockstore
  ) throws(ActorError) -> [SectorPreCommitOnChainInfo] {
    let map = try StateMap<SectorNumber, SectorPreCommitOnChainInfo, _>(root: preCommittedSectors, store: store)
    var found: [SectorPreCommitOnChainInfo] = []
    for number in numbers {
      try FilActors.require(
        number <= SectorNumber(Int64.max), .illegalArgument, "sector number greater than maximum")
      found.append(try map.require(number, .notFound, "sector \(number) not found"))
    }
    return found
  }

  /// Removes sectors that were to be proven.
  mutating func deletePreCommitted(_ numbers: [SectorNumber], in store: some Blockstore) throws(ActorError) {
    var map = try StateMap<SectorNumber, SectorPreCommitOnChainInfo, _>(root: preCommittedSectors, store: store)
    for number in numbers {
      _ = try map.remove(number).orAbort(.illegalState, "sector \(number) not pre-committed")
    }
    preCommittedSectors = try map.flush()
  }

  /// Pre-commitments are given up at the ends of deadlines.
  private func cleanUpQuantization(_ policy: Policy) -> Quantization {
    Quantization(unit: policy.windowPoStChallengeWindow, offset: provingPeriodStart)
  }

  /// Notes when sectors are given up if they are not proven.
  mutating func addCleanUps(
    _ events: [(epoch: ChainEpoch, number: UInt64)], _ policy: Policy, in store: some Blockstore
  ) throws(ActorError) {
    var queue = try BitFieldQueue(root: preCommittedSectorsCleanUp, store: store, cleanUpQuantization(policy))
    try queue.add(events)
    preCommittedSectorsCleanUp = try queue.flush()
  }

  /// Gives up sectors that were not proven in time, and gives the deposits that are lost.
  mutating func cleanUpExpired(
    _ policy: Policy, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    var queue = try BitFieldQueue(root: preCommittedSectorsCleanUp, store: store, cleanUpQuantization(policy))
    let (numbers, modified) = try queue.pop(until: epoch)
    if modified { preCommittedSectorsCleanUp = try queue.flush() }
    let expired = try findPreCommitted(Array(numbers), in: store)
    if !expired.isEmpty { try deletePreCommitted(expired.map(\.info.number), in: store) }
    let lost = expired.reduce(TokenAmount.zero) { $0 + $1.deposit }
    try addPreCommitDeposit(-lost)
    return lost
  }
}
