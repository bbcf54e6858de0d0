internal import FilCore

extension PowerState {
  /// Adds an event to those of an epoch.
  mutating func enroll(
    _ event: PowerCronEvent, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) {
    firstCronEpoch = min(firstCronEpoch, epoch)
    var queue = try StateMap<Int64, CID, _>(root: cronEventQueue, store: store, bitWidth: PowerState.queueMapBitWidth)
    var events = try eventArray(try queue.get(epoch), in: store)
    try events.set(events.count, to: event)
    try queue.set(epoch, to: try events.flush())
    cronEventQueue = try queue.flush()
  }

  private func eventArray<Store: Blockstore>(
    _ root: CID?, in store: Store
  ) throws(ActorError) -> StateArray<PowerCronEvent, Store> {
    if let root { return try StateArray(root: root, store: store) }
    return StateArray(store: store, bitWidth: PowerState.queueArrayBitWidth)
  }

  /// Takes out the events up to and with an epoch, in order; those of miners without a claim are dropped.
  mutating func popEvents(until epoch: ChainEpoch, in store: some Blockstore) throws(ActorError) -> [PowerCronEvent] {
    var queue = try StateMap<Int64, CID, _>(root: cronEventQueue, store: store, bitWidth: PowerState.queueMapBitWidth)
    let claims = try PowerClaims(root: claims, store: store)
    var events: [PowerCronEvent] = []
    for due in stride(from: firstCronEpoch, through: epoch, by: 1) {
      guard let root = try queue.remove(due) else { continue }
      try eventArray(root, in: store).forEach { (_, event) throws(ActorError) in
        if try claims.contains(event.miner) { events.append(event) }
      }
    }
    firstCronEpoch = epoch + 1
    cronEventQueue = try queue.flush()
    return events
  }
}
