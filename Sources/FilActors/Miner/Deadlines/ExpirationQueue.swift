internal import FilCore

/// The sectors of a partition by the epochs at which they expire.
struct ExpirationQueue<Store: Blockstore> {
  private var array: StateArray<ExpirationSet, Store>
  private let quantization: Quantization

  init(root: CID, store: Store, _ quantization: Quantization) throws(ActorError) {
    array = try StateArray(root: root, store: store)
    self.quantization = quantization
  }

  mutating func flush() throws(ActorError) -> CID {
    try array.flush()
  }

  // MARK: Entries

  private static func key(_ epoch: ChainEpoch) throws(ActorError) -> UInt64 {
    try UInt64(exactly: epoch).orAbort(.illegalState, "negative queue epoch \(epoch)")
  }

  private func entry(_ epoch: ChainEpoch) throws(ActorError) -> ExpirationSet {
    try array.get(try ExpirationQueue.key(epoch)) ?? ExpirationSet()
  }

  private mutating func put(_ set: ExpirationSet, at epoch: ChainEpoch) throws(ActorError) {
    let key = try ExpirationQueue.key(epoch)
    if set.isEmpty { try array.delete(key) } else { try array.set(key, to: set) }
  }

  private mutating func add(_ set: ExpirationSet, at rawEpoch: ChainEpoch) throws(ActorError) {
    let epoch = quantization.up(rawEpoch)
    var present = try entry(epoch)
    try present.add(set)
    try array.set(try ExpirationQueue.key(epoch), to: present)
  }

  /// Changes entries in order while `body` returns true; those that become empty are removed.
  private mutating func update(
    while body: (inout ExpirationSet) throws(ActorError) -> Bool
  ) throws(ActorError) {
    var changed: [(UInt64, ExpirationSet)] = []
    var emptied: [UInt64] = []
    try array.scan { (key, old) throws(ActorError) in
      var set = old
      let goOn = try body(&set)
      if set.isEmpty { emptied.append(key) } else if set != old { changed.append((key, set)) }
      return goOn
    }
    for (key, set) in changed { try array.set(key, to: set) }
    try array.delete(all: emptied)
  }

  // MARK: Operations

  /// Adds active sectors at their expirations and gives their sums.
  mutating func addActive(
    _ sectors: [SectorOnChainInfo], _ size: SectorSize
  ) throws(ActorError) -> SectorGroup {
    var total = SectorGroup(epoch: 0)
    let grouped = Dictionary(grouping: sectors) { quantization.up($0.expiration) }
    for (epoch, members) in grouped.sorted(by: { $0.key < $1.key }) {
      let group = try SectorGroup(epoch: epoch, members, size)
      try add(group.asActive, at: epoch)
      total.add(group)
    }
    return total
  }

  /// Moves active sectors that become faulty to an early expiration, unless they expire before it anyway.
  ///
  /// - Parameters:
  ///   - expiration: When they expire if they stay faulty.
  ///   - sectors: The sectors.
  ///   - size: Their size.
  /// - Returns: Their power.
  /// - Throws: `ActorError` with `illegalState` if the state is broken or cannot be read.
  mutating func rescheduleAsFaults(
    _ expiration: ChainEpoch, _ sectors: [SectorOnChainInfo], _ size: SectorSize
  ) throws(ActorError) -> PowerPair {
    var early = ExpirationSet()
    var total = PowerPair.zero
    let limit = quantization.up(expiration)
    for (group, oldSet) in try groups(of: sectors, size) {
      var set = oldSet
      total += group.power
      if group.epoch <= limit {
        set.activePower -= group.power
        set.faultyPower += group.power
      } else {
        set.onTimeSectors = set.onTimeSectors.subtracting(group.numbers)
        set.onTimePledge -= group.pledge
        set.activePower -= group.power
        set.feeDeduction -= group.dailyFee
        early.earlySectors = early.earlySectors.union(group.numbers)
        early.faultyPower += group.power
        early.feeDeduction += group.dailyFee
      }
      try put(set, at: group.epoch)
      try set.validate()
    }
    if !early.isEmpty { try add(early, at: expiration) }
    return total
  }

  /// Makes all sectors faulty and moves those that expire later to an early expiration.
  mutating func rescheduleAllAsFaults(_ expiration: ChainEpoch) throws(ActorError) {
    let limit = quantization.up(expiration)
    var early = ExpirationSet()
    var moved: [UInt64] = []
    var changed: [(UInt64, ExpirationSet)] = []
    try array.forEach { (key, set) throws(ActorError) in
      if Int64(bitPattern: key) <= limit {
        var faulty = set
        faulty.faultyPower += set.activePower
        faulty.activePower = .zero
        changed.append((key, faulty))
      } else {
        try require(
          set.earlySectors.isEmpty, .illegalState, "attempted to re-schedule early expirations to an earlier epoch")
        moved.append(key)
        early.earlySectors = early.earlySectors.union(set.onTimeSectors)
        early.faultyPower += set.activePower + set.faultyPower
        early.feeDeduction += set.feeDeduction
      }
    }
    for (key, set) in changed {
      try set.validate()
      try array.set(key, to: set)
    }
    guard !moved.isEmpty else { return }
    try add(early, at: expiration)
    try array.delete(all: moved)
  }

  /// Makes faulty sectors active again, at their own expirations, and gives their power.
  ///
  /// - Throws: `ActorError` with `illegalState` if one of them is not in the queue.
  mutating func rescheduleRecovered(
    _ sectors: [SectorOnChainInfo], _ size: SectorSize
  ) throws(ActorError) -> PowerPair {
    var remaining = Dictionary(sectors.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var moved: [SectorOnChainInfo] = []
    var recovered = PowerPair.zero
    try update { (set) throws(ActorError) in
      for sector in ExpirationQueue.take(set.onTimeSectors, from: &remaining) {
        let power = sector.power(size)
        set.faultyPower -= power
        set.activePower += power
        recovered += power
      }
      for sector in ExpirationQueue.take(set.earlySectors, from: &remaining) {
        set.earlySectors.remove(sector.number)
        set.faultyPower -= sector.power(size)
        set.feeDeduction -= sector.dailyFee
        recovered += sector.power(size)
        moved.append(sector)
      }
      try set.validate()
      return !remaining.isEmpty
    }
    try require(remaining.isEmpty, .illegalState, "sectors not found in expiration queue")
    _ = try addActive(moved, size)
    return recovered
  }

  /// The sectors of a table that are in a set, which are taken out of the table.
  private static func take(
    _ numbers: BitField, from table: inout [SectorNumber: SectorOnChainInfo]
  ) -> [SectorOnChainInfo] {
    var taken: [SectorOnChainInfo] = []
    for number in table.keys.sorted() where numbers.contains(number) {
      if let sector = table.removeValue(forKey: number) { taken.append(sector) }
    }
    return taken
  }

  /// Takes out all entries up to and with an epoch and gives their sums.
  mutating func pop(until epoch: ChainEpoch) throws(ActorError) -> ExpirationSet {
    var total = ExpirationSet()
    var keys: [UInt64] = []
    try array.scan { (key, set) throws(ActorError) in
      guard Int64(bitPattern: key) <= epoch else { return false }
      keys.append(key)
      try total.add(set)
      return true
    }
    try array.delete(all: keys)
    return total
  }

  // MARK: Finding active sectors

  /// The entries that hold active sectors, each with the part of `sectors` that it holds, by epoch.
  ///
  /// Sectors are looked for at their own expirations first; those that were moved are in other entries.
  private func groups(
    of sectors: [SectorOnChainInfo], _ size: SectorSize
  ) throws(ActorError) -> [(group: SectorGroup, set: ExpirationSet)] {
    var remaining = Dictionary(sectors.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let declared = Set(sectors.map { quantization.up($0.expiration) })
    var found: [(group: SectorGroup, set: ExpirationSet)] = []
    for epoch in declared.sorted() {
      let set = try entry(epoch)
      let members = ExpirationQueue.take(set.onTimeSectors, from: &remaining)
      if !members.isEmpty { found.append((try SectorGroup(epoch: epoch, members, size), set)) }
    }
    if !remaining.isEmpty {
      try array.scan { (key, set) throws(ActorError) in
        let epoch = Int64(bitPattern: key)
        if declared.contains(epoch) { return true }
        let isEarly = remaining.keys.contains { set.earlySectors.contains($0) }
        try require(!isEarly, .illegalState, "attempt to group a sector with an early expiration")
        let members = ExpirationQueue.take(set.onTimeSectors, from: &remaining)
        if !members.isEmpty { found.append((try SectorGroup(epoch: epoch, members, size), set)) }
        return !remaining.isEmpty
      }
    }
    try require(remaining.isEmpty, .illegalState, "some sectors not found in expiration queue")
    return found.sorted { $0.group.epoch < $1.group.epoch }
  }
}
