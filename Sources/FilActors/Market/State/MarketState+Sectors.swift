internal import FilCore

extension MarketState {
  /// The deals in each sector of a provider.
  typealias SectorDealMap<Store: Blockstore> = StateMap<SectorNumber, [DealID], Store>

  /// Adds deals to those in a provider's sectors.
  mutating func add(
    _ deals: [(SectorNumber, [DealID])], of provider: ActorID, in store: some Blockstore
  ) throws(ActorError) {
    try changeSectors(of: [provider], in: store) { (_, sectors) throws(ActorError) in
      for (sector, ids) in deals {
        let all = Set(ids).union(try sectors.get(sector) ?? [])
        try sectors.set(sector, to: all.sorted())
      }
      return true
    }
  }

  /// Takes out the deals in some of a provider's sectors.
  mutating func popDeals(
    in sectorNumbers: BitField, of provider: ActorID, in store: some Blockstore
  ) throws(ActorError) -> [DealID] {
    var popped: [DealID] = []
    try changeSectors(of: [provider], in: store) { (_, sectors) throws(ActorError) in
      for sector in sectorNumbers { popped += try sectors.remove(sector) ?? [] }
      return !popped.isEmpty
    }
    return popped
  }

  /// Takes deals out of the sectors that they are in.
  mutating func remove(_ deals: SettledDeals, in store: some Blockstore) throws(ActorError) {
    try changeSectors(of: deals.providers, in: store) { (provider, sectors) throws(ActorError) in
      var isChanged = false
      for (sector, ids) in deals.sectors(of: provider) {
        guard let existing = try sectors.get(sector) else { continue }
        let left = existing.filter { !ids.contains($0) }
        if left.isEmpty { try sectors.remove(sector) } else { try sectors.set(sector, to: left) }
        isChanged = true
      }
      return isChanged
    }
  }

  /// Changes the sectors of providers; the body tells for each whether it did.
  private mutating func changeSectors<Store: Blockstore>(
    of providers: [ActorID], in store: Store,
    _ body: (ActorID, inout SectorDealMap<Store>) throws(ActorError) -> Bool
  ) throws(ActorError) {
    var map = try StateMap<ActorID, CID, Store>(root: providerSectors, store: store)
    for provider in providers {
      var sectors = SectorDealMap(store: store)
      if let root = try map.get(provider) { sectors = try SectorDealMap(root: root, store: store) }
      guard try body(provider, &sectors) else { continue }
      if sectors.isEmpty { try map.remove(provider) } else { try map.set(provider, to: try sectors.flush()) }
    }
    providerSectors = try map.flush()
  }
}
