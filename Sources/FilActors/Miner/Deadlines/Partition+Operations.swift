internal import FilCore

extension Partition {
  /// Adds new sectors and gives their sums.
  mutating func add(
    _ newSectors: [SectorOnChainInfo], _ size: SectorSize, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) -> SectorGroup {
    var queue = try ExpirationQueue(root: expirationsEpochs, store: store, quantization)
    let group = try queue.addActive(newSectors, size)
    expirationsEpochs = try queue.flush()
    try require(!sectors.containsAny(of: group.numbers), .illegalState, "not all added sectors are new")
    sectors = sectors.union(group.numbers)
    unproven = unproven.union(group.numbers)
    livePower += group.power
    unprovenPower += group.power
    try validate()
    return group
  }

  /// Makes sectors faulty.
  ///
  /// - Parameters:
  ///   - newFaults: The sectors, which are neither faulty nor terminated.
  ///   - expiration: When they end if they stay faulty.
  ///   - size: Their size.
  ///   - quantization: The deadline's epochs.
  ///   - store: Where the state is.
  /// - Returns: How power changes, and the power that is faulty now.
  /// - Throws: `ActorError` with `illegalState` if the state is broken or cannot be read.
  mutating func addFaults(
    _ newFaults: [SectorOnChainInfo], expiration: ChainEpoch, _ size: SectorSize, _ quantization: Quantization,
    in store: some Blockstore
  ) throws(ActorError) -> (delta: PowerPair, faulty: PowerPair) {
    let numbers = try BitField.of(newFaults.map(\.number))
    var queue = try ExpirationQueue(root: expirationsEpochs, store: store, quantization)
    let power = try queue.rescheduleAsFaults(expiration, newFaults, size)
    expirationsEpochs = try queue.flush()
    faults = faults.union(numbers)
    faultyPower += power
    // Unproven power never counted, so it is not lost.
    let lostUnproven = unproven.intersection(numbers)
    unproven = unproven.subtracting(lostUnproven)
    let lostPower = try newFaults.selecting(lostUnproven).power(size)
    unprovenPower -= lostPower
    try validate()
    return (lostPower - power, power)
  }

  /// What a proof did to a partition.
  struct SkippedFaults {
    var delta = PowerPair.zero
    var newFaulty = PowerPair.zero
    var retractedRecovery = PowerPair.zero
    var hasNewFaults = false
  }

  /// Makes the sectors faulty that a proof leaves out.
  mutating func recordSkippedFaults<Store: Blockstore>(
    _ skipped: BitField, _ allSectors: SectorArray<Store>, expiration: ChainEpoch, _ size: SectorSize,
    _ quantization: Quantization, in store: Store
  ) throws(ActorError) -> SkippedFaults {
    guard !skipped.isEmpty else { return SkippedFaults() }
    try require(
      sectors.containsAll(of: skipped), .illegalArgument, "skipped faults contains sectors outside partition")
    let retracted = recoveries.intersection(skipped)
    let retractedPower = try allSectors.load(retracted).power(size)
    let newFaults = try allSectors.load(skipped.subtracting(terminated).subtracting(faults))
    let (delta, power) = try addFaults(newFaults, expiration: expiration, size, quantization, in: store)
    recoveries = recoveries.subtracting(retracted)
    recoveringPower -= retractedPower
    try validate()
    return SkippedFaults(
      delta: delta, newFaulty: power, retractedRecovery: retractedPower, hasNewFaults: !newFaults.isEmpty)
  }

  /// Makes the sectors active again that were to recover, and gives their power.
  mutating func recoverFaults<Store: Blockstore>(
    _ allSectors: SectorArray<Store>, _ size: SectorSize, _ quantization: Quantization, in store: Store
  ) throws(ActorError) -> PowerPair {
    let recovered = try allSectors.load(recoveries)
    var queue = try ExpirationQueue(root: expirationsEpochs, store: store, quantization)
    let power = try queue.rescheduleRecovered(recovered, size)
    expirationsEpochs = try queue.flush()
    faults = faults.subtracting(recoveries)
    recoveries = BitField()
    faultyPower -= power
    recoveringPower -= power
    try validate()
    return power
  }

  /// Makes the unproven sectors count and gives their power.
  mutating func activateUnproven() -> PowerPair {
    defer {
      unproven = BitField()
      unprovenPower = .zero
    }
    return unprovenPower
  }

  /// Makes all sectors faulty because no proof came.
  ///
  /// - Returns: How power changes, and the power that is faulty now.
  mutating func recordMissedPoSt(
    expiration: ChainEpoch, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) -> (delta: PowerPair, faulty: PowerPair) {
    var queue = try ExpirationQueue(root: expirationsEpochs, store: store, quantization)
    try queue.rescheduleAllAsFaults(expiration)
    expirationsEpochs = try queue.flush()
    let newFaulty = livePower - faultyPower
    let delta = unprovenPower - newFaulty
    faults = liveSectors
    recoveries = BitField()
    unproven = BitField()
    faultyPower = livePower
    recoveringPower = .zero
    unprovenPower = .zero
    try validate()
    return (delta, newFaulty)
  }

  /// Ends the sectors that expire up to and with an epoch, and gives their sums.
  mutating func popExpired(
    until epoch: ChainEpoch, _ quantization: Quantization, in store: some Blockstore
  ) throws(ActorError) -> ExpirationSet {
    try require(unproven.isEmpty, .illegalState, "cannot pop expired sectors with unproven sectors")
    var queue = try ExpirationQueue(root: expirationsEpochs, store: store, quantization)
    let popped = try queue.pop(until: epoch)
    expirationsEpochs = try queue.flush()
    let expired = popped.onTimeSectors.union(popped.earlySectors)
    try require(
      recoveries.isEmpty && recoveringPower.isZero, .illegalState, "unexpected recoveries while expiring sectors")
    try require(!terminated.containsAny(of: expired), .illegalState, "expiring sectors already terminated")
    terminated = terminated.union(expired)
    faults = faults.subtracting(expired)
    livePower -= popped.activePower + popped.faultyPower
    faultyPower -= popped.faultyPower
    try recordEarlyTermination(popped.earlySectors, at: epoch, in: store)
    try validate()
    return popped
  }

  private mutating func recordEarlyTermination(
    _ numbers: BitField, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) {
    var queue = try BitFieldQueue(root: earlyTerminated, store: store, .none)
    try queue.add(numbers, at: epoch)
    earlyTerminated = try queue.flush()
  }

  /// Takes out sectors that ended early, at most `limit` of them; whether there are more.
  mutating func popEarlyTerminations(
    atMost limit: UInt64, in store: some Blockstore
  ) throws(ActorError) -> (result: TerminationResult, hasMore: Bool) {
    var queue = try BitFieldQueue(root: earlyTerminated, store: store, .none)
    var result = TerminationResult()
    result.partitionsProcessed = 1
    for (epoch, numbers) in try queue.take(atMost: limit) { result.add(numbers, at: epoch) }
    earlyTerminated = try queue.flush()
    try validate()
    return (result, queue.count > 0)
  }

  /// Requires that sums and sets fit each other.
  func validate() throws(ActorError) {
    let powers = [livePower, unprovenPower, faultyPower, recoveringPower]
    try require(!powers.contains { $0.isNegative }, .illegalState, "partition left with negative power")
    let powersFit =
      unprovenPower.raw <= livePower.raw && faultyPower.raw <= livePower.raw && recoveringPower.raw <= faultyPower.raw
    try require(powersFit, .illegalState, "partition left with invalid power")
    let notActive = unproven.union(faults)
    try require(
      !terminated.containsAny(of: notActive), .illegalState, "partition left with terminated sectors in multiple states"
    )
    try require(
      sectors.containsAll(of: notActive.union(terminated)), .illegalState, "partition left with invalid sector state")
    try require(faults.containsAll(of: recoveries), .illegalState, "partition left with invalid recovery state")
  }
}
