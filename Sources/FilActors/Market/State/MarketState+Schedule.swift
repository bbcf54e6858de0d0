internal import FilCore

extension MarketState {
  /// When a deal is to be looked at, not before an epoch; its number spreads the deals over the epochs.
  static func updateEpoch(of id: DealID, from epoch: ChainEpoch, _ policy: Policy) -> ChainEpoch {
    let interval = policy.dealUpdatesInterval
    return Quantization(unit: interval, offset: ChainEpoch(truncatingIfNeeded: id) % interval).up(epoch)
  }

  /// Notes the epochs at which deals are to be looked at.
  mutating func schedule(_ deals: [(ChainEpoch, DealID)], in store: some Blockstore) throws(ActorError) {
    var epochs = try StateMap<ChainEpoch, CID, _>(root: dealOpsByEpoch, store: store)
    for (epoch, deal) in deals {
      var ids = try Self.ids(at: try epochs.get(epoch), in: store)
      try ids.set(deal, to: Presence())
      try epochs.set(epoch, to: try ids.flush())
    }
    dealOpsByEpoch = try epochs.flush()
  }

  private static func ids<Store: Blockstore>(
    at root: CID?, in store: Store
  ) throws(ActorError) -> StateMap<DealID, Presence, Store> {
    if let root { return try StateMap(root: root, store: store) }
    return StateMap(store: store)
  }

  /// The deals that are to be looked at at an epoch, in the order of the map.
  func scheduled(at epoch: ChainEpoch, in store: some Blockstore) throws(ActorError) -> [DealID] {
    let epochs = try StateMap<ChainEpoch, CID, _>(root: dealOpsByEpoch, store: store)
    guard let root = try epochs.get(epoch) else { return [] }
    var deals: [DealID] = []
    try Self.ids(at: root, in: store).forEach { (deal, _) throws(ActorError) in deals.append(deal) }
    return deals
  }

  /// Forgets what was to be looked at at epochs.
  mutating func removeScheduled(
    at epochs: ClosedRange<ChainEpoch>, in store: some Blockstore
  ) throws(ActorError) {
    var map = try StateMap<ChainEpoch, CID, _>(root: dealOpsByEpoch, store: store)
    for epoch in epochs { try map.remove(epoch) }
    dealOpsByEpoch = try map.flush()
  }
}
