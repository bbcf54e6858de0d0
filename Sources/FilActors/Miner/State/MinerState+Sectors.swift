public import FilCore

extension MinerState {
  /// The proven sector with a number; `nil` if there is none.
  ///
  /// - Throws: `ActorError` with `illegalState` if the state cannot be read.
  public func sector(_ number: SectorNumber, in store: some Blockstore) throws(ActorError) -> SectorOnChainInfo? {
    try SectorArray(root: sectors, store: store).get(number)
  }

  /// The proven sectors with these numbers, all of which must be there.
  ///
  /// - Throws: `ActorError`: `notFound` for one that is not, `illegalState` if the state cannot be read.
  public func sectors(_ numbers: BitField, in store: some Blockstore) throws(ActorError) -> [SectorOnChainInfo] {
    try SectorArray(root: sectors, store: store).load(numbers)
  }

  mutating func put(_ newSectors: [SectorOnChainInfo], in store: some Blockstore) throws(ActorError) {
    var array = try SectorArray(root: sectors, store: store)
    try array.put(newSectors)
    sectors = try array.flush()
  }

  /// Puts new sectors in deadlines that take any.
  mutating func assignToDeadlines(
    _ newSectors: [SectorOnChainInfo], _ info: MinerInfo, _ policy: Policy, at epoch: ChainEpoch,
    in store: some Blockstore
  ) throws(ActorError) {
    var all = try loadDeadlines(in: store)
    let periodStart = deadlineInfo(policy, at: epoch).periodStart
    var candidates: [(index: Int, deadline: Deadline)] = []
    for index in all.due.indices {
      let deadline = try all.load(UInt64(index), in: store)
      let info = DeadlineInfo(policy, periodStart: periodStart, index: UInt64(index), at: epoch)
      if info.isMutable(policy) { candidates.append((index, deadline)) }
    }
    let partitionSize = info.windowPoStPartitionSectors
    let assigned = try DeadlineAssignment.assign(
      newSectors.sorted { $0.number < $1.number }, to: candidates, partitionSize: partitionSize,
      maxPartitions: policy.maxPartitionsPerDeadline)
    for (index, found) in candidates {
      guard let sectors = assigned[index] else { continue }
      var deadline = found
      let quantization = DeadlineInfo(policy, periodStart: provingPeriodStart, index: UInt64(index), at: 0).quantization
      try deadline.add(sectors, partitionSize: partitionSize, try info.sectorSize(), quantization, in: store)
      try all.update(UInt64(index), to: deadline, in: store)
    }
    deadlines = try store.save(all)
  }

  /// What the end of a deadline brought.
  struct AdvanceResult {
    var pledgeDelta = TokenAmount.zero
    var powerDelta = PowerPair.zero
    var previouslyFaultyPower = PowerPair.zero
    var dailyFee = TokenAmount.zero
    var livePower = PowerPair.zero
  }

  /// Ends the deadline that an epoch is the last one of.
  mutating func advanceDeadline(
    _ policy: Policy, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> AdvanceResult {
    var result = AdvanceResult()
    let info = deadlineInfo(policy, at: epoch)
    guard info.periodStarted else { return result }
    currentDeadline = (info.index + 1) % policy.windowPoStPeriodDeadlines
    if currentDeadline == 0 { provingPeriodStart = info.nextPeriodStart }
    var all = try loadDeadlines(in: store)
    var deadline = try all.load(info.index, in: store)
    result.previouslyFaultyPower = deadline.faultyPower
    guard deadline.isLive else { return result }
    result.powerDelta = try deadline.processEnd(
      expiration: info.last + policy.faultMaxAge, sectors: sectors, info.quantization, in: store)
    let expired = try deadline.popExpired(until: info.last, info.quantization, in: store)
    // The pledge of sectors that end early stays until their fee is settled.
    result.pledgeDelta = -expired.onTimePledge
    try addInitialPledge(result.pledgeDelta)
    result.powerDelta -= expired.activePower
    if !expired.earlySectors.isEmpty { try earlyTerminations.add(info.index) }
    try all.update(info.index, to: deadline, in: store)
    deadlines = try store.save(all)
    result.dailyFee = deadline.dailyFee
    result.livePower = deadline.livePower
    return result
  }

  /// Takes out sectors that ended early; whether there are more.
  mutating func popEarlyTerminations(
    _ policy: Policy, in store: some Blockstore
  ) throws(ActorError) -> (result: TerminationResult, hasMore: Bool) {
    guard !earlyTerminations.isEmpty else { return (TerminationResult(), false) }
    let (partitionLimit, sectorLimit) = (policy.addressedPartitionsMax, policy.addressedSectorsMax)
    var all = try loadDeadlines(in: store)
    var result = TerminationResult()
    for index in earlyTerminations {
      var deadline = try all.load(index, in: store)
      let popped = try deadline.popEarlyTerminations(
        partitions: partitionLimit - result.partitionsProcessed, sectors: sectorLimit - result.sectorsProcessed,
        in: store)
      result.add(popped.result)
      if !popped.hasMore { earlyTerminations.remove(index) }
      try all.update(index, to: deadline, in: store)
      guard result.isBelow(partitions: partitionLimit, sectors: sectorLimit) else { break }
    }
    deadlines = try store.save(all)
    return (result, !earlyTerminations.isEmpty)
  }
}
