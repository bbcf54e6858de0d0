internal import FilCore

extension Deadline {
  /// Adds new sectors: the last partition is filled first.
  mutating func add(
    _ sectors: [SectorOnChainInfo], partitionSize: UInt64, _ size: SectorSize, _ quantization: Quantization,
    in store: some Blockstore
  ) throws(ActorError) {
    guard !sectors.isEmpty else { return }
    liveSectors += UInt64(sectors.count)
    totalSectors += UInt64(sectors.count)
    var array = try StateArray<Partition, _>(root: partitions, store: store)
    var rest = sectors[...]
    var updates: [(epoch: ChainEpoch, number: UInt64)] = []
    var index = array.count == 0 ? 0 : array.count - 1
    while !rest.isEmpty {
      let present = try array.get(index)
      var partition = if let present { present } else { try Partition(store: store) }
      let room = partitionSize - min(partitionSize, partition.sectors.count)
      let added = Array(rest.prefix(Int(room)))
      rest = rest.dropFirst(Int(room))
      if !added.isEmpty {
        let group = try partition.add(added, size, quantization, in: store)
        livePower += group.power
        dailyFee += group.dailyFee
        try array.set(index, to: partition)
        updates += added.map { ($0.expiration, index) }
      }
      index += 1
    }
    partitions = try array.flush()
    var queue = try BitFieldQueue(root: expirationsEpochs, store: store, quantization)
    try queue.add(updates)
    expirationsEpochs = try queue.flush()
  }

  /// Notes that partitions may have sectors that expire at an epoch.
  private mutating func addExpirations(
    _ numbers: [UInt64], at epoch: ChainEpoch, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) {
    guard !numbers.isEmpty else { return }
    var queue = try BitFieldQueue(root: expirationsEpochs, store: store, quantization)
    try queue.add(try .of(numbers), at: epoch)
    expirationsEpochs = try queue.flush()
  }

  /// Takes the proofs of partitions as right: the sectors that they leave out become faulty, those that were to recover
  /// are active again, new ones count.
  mutating func recordProven<Store: Blockstore>(
    _ posts: [PoStPartition], _ allSectors: SectorArray<Store>, expiration: ChainEpoch, _ size: SectorSize,
    _ quantization: Quantization, in store: Store
  ) throws(ActorError) -> PoStResult {
    let indices = try orAbort(.illegalArgument, "partition index") { () throws(BitFieldError) in
      try BitField(posts.map(\.index))
    }
    try require(indices.count == UInt64(posts.count), .illegalArgument, "duplicate partitions proven")
    try require(!partitionsPosted.containsAny(of: indices), .illegalArgument, "partition already proven")
    var array = try StateArray<Partition, _>(root: partitions, store: store)
    var result = PoStResult(partitions: indices)
    var rescheduled: [UInt64] = []
    for post in posts {
      var partition = try array.get(post.index).orAbort(.notFound, "no such partition \(post.index)")
      let skipped = try partition.recordSkippedFaults(
        post.skipped, allSectors, expiration: expiration, size, quantization, in: store)
      if skipped.hasNewFaults { rescheduled.append(post.index) }
      let recovered = try partition.recoverFaults(allSectors, size, quantization, in: store)
      let activated = partition.activateUnproven()
      result.sectors = result.sectors.union(partition.sectors)
      result.ignoredSectors = .union([result.ignoredSectors, partition.faults, partition.terminated])
      result.recoveredPower += recovered
      result.powerDelta += skipped.delta + recovered + activated
      faultyPower += skipped.newFaulty - recovered
      try array.set(post.index, to: partition)
      try partitionsPosted.add(post.index)
    }
    try addExpirations(rescheduled, at: expiration, quantization, in: store)
    partitions = try array.flush()
    return result
  }

  /// Keeps a proof that was not checked.
  mutating func record(
    _ proofs: [PoStProof], for proven: BitField, in store: some Blockstore
  ) throws(ActorError) {
    var array = try StateArray<WindowedPoSt, _>(root: optimisticPoStSubmissions, store: store)
    try array.set(array.count, to: WindowedPoSt(partitions: proven, proofs: proofs))
    optimisticPoStSubmissions = try array.flush()
  }

  /// Ends the window: partitions that were not proven become faulty, and what may be disputed is kept.
  ///
  /// - Parameters:
  ///   - expiration: When sectors end that stay faulty.
  ///   - sectors: The miner's sectors.
  ///   - quantization: The deadline's epochs.
  ///   - store: Where the state is.
  /// - Returns: How power changes.
  /// - Throws: `ActorError` with `illegalState` if the state is broken or cannot be read.
  mutating func processEnd(
    expiration: ChainEpoch, sectors: CID, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) -> PowerPair {
    var array = try StateArray<Partition, _>(root: partitions, store: store)
    var rescheduled: [UInt64] = []
    var delta = PowerPair.zero
    for index in 0..<array.count where !partitionsPosted.contains(index) {
      var partition = try array.get(index).orAbort(.illegalState, "no partition \(index)")
      // Nothing to lose where all is faulty and nothing was to recover.
      if partition.recoveringPower.isZero, partition.faultyPower == partition.livePower { continue }
      let missed = try partition.recordMissedPoSt(expiration: expiration, quantization, in: store)
      if !missed.faulty.isZero { rescheduled.append(index) }
      faultyPower += missed.faulty
      delta += missed.delta
      try array.set(index, to: partition)
    }
    partitions = try array.flush()
    try addExpirations(rescheduled, at: expiration, quantization, in: store)
    try takeSnapshots(sectors: sectors, in: store)
    return delta
  }

  private mutating func takeSnapshots(sectors: CID, in store: some Blockstore) throws(ActorError) {
    partitionsPosted = BitField()
    partitionsSnapshot = partitions
    optimisticPoStSubmissionsSnapshot = optimisticPoStSubmissions
    optimisticPoStSubmissions = try StateArray<RawCBOR, _>.emptyRoot(
      in: store, bitWidth: Deadline.submissionsBitWidth)
    // The sectors are needed only if there is a proof to dispute.
    let hasProofs = optimisticPoStSubmissions != optimisticPoStSubmissionsSnapshot
    sectorsSnapshot = hasProofs ? sectors : try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: 5)
  }

  /// Ends the sectors that expire up to and with an epoch, and gives their sums.
  mutating func popExpired(
    until epoch: ChainEpoch, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) -> ExpirationSet {
    var queue = try BitFieldQueue(root: expirationsEpochs, store: store, quantization)
    let (expired, modified) = try queue.pop(until: epoch)
    guard modified else { return ExpirationSet() }
    expirationsEpochs = try queue.flush()
    var array = try StateArray<Partition, _>(root: partitions, store: store)
    var total = ExpirationSet()
    for index in expired {
      var partition = try array.get(index).orAbort(.illegalState, "missing expected partition \(index)")
      let popped = try partition.popExpired(until: epoch, quantization, in: store)
      if !popped.earlySectors.isEmpty { try earlyTerminations.add(index) }
      try total.add(popped)
      try array.set(index, to: partition)
    }
    partitions = try array.flush()
    try require(liveSectors >= total.count, .illegalState, "more sectors expire than are live")
    liveSectors -= total.count
    faultyPower -= total.faultyPower
    livePower -= total.faultyPower + total.activePower
    dailyFee -= total.feeDeduction
    return total
  }

  /// Takes out sectors that ended early; whether there are more.
  mutating func popEarlyTerminations(
    partitions partitionLimit: UInt64, sectors sectorLimit: UInt64, in store: some Blockstore
  ) throws(ActorError) -> (result: TerminationResult, hasMore: Bool) {
    var array = try StateArray<Partition, _>(root: partitions, store: store)
    var result = TerminationResult()
    for index in earlyTerminations {
      guard var partition = try array.get(index) else {
        earlyTerminations.remove(index)
        continue
      }
      let popped = try partition.popEarlyTerminations(atMost: sectorLimit - result.sectorsProcessed, in: store)
      result.add(popped.result)
      if !popped.hasMore { earlyTerminations.remove(index) }
      try array.set(index, to: partition)
      guard result.isBelow(partitions: partitionLimit, sectors: sectorLimit) else { break }
    }
    partitions = try array.flush()
    return (result, !earlyTerminations.isEmpty)
  }
}
