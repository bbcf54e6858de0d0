internal import FilCore

/// Activates deals in sectors of the calling miner, within one change of the market's state.
struct DealActivator<R: Runtime> {
  private let runtime: R
  private let state: MarketState
  private let proposals: StateArray<DealProposal, R.Store>
  private let states: StateArray<DealState, R.Store>
  private let pending: StateMap<CID, Presence, R.Store>
  private var allocations: StateMap<DealID, UInt64, R.Store>
  private var activated: Set<DealID> = []
  private var newStates: [(DealID, DealState)] = []
  private var sectors: [(SectorNumber, [DealID])] = []

  /// One that has activated nothing.
  init(_ state: MarketState, _ runtime: R) throws(ActorError) {
    self.runtime = runtime
    self.state = state
    proposals = try state.loadProposals(runtime.store)
    states = try state.loadStates(runtime.store)
    pending = try state.loadPending(runtime.store)
    allocations = try state.loadPendingAllocations(runtime.store)
  }

  /// The proposals of a sector's deals, or why not all of them can be activated.
  ///
  /// - Throws: `ActorError` if the state is damaged.
  func check(_ sector: SectorDeals) throws(ActorError) -> Result<[DealProposal], ActorError> {
    guard Set(sector.dealIDs).count == sector.dealIDs.count else {
      return .failure(ActorError(.illegalArgument, "failed to activate sector, duplicate deal"))
    }
    var deals: [DealProposal] = []
    for id in sector.dealIDs {
      switch try check(id, until: sector.expiration) {
      case .success(let deal): deals.append(deal)
      case .failure(let error): return .failure(error)
      }
    }
    return .success(deals)
  }

  /// The proposal of a deal, or why it cannot be activated in a sector that lasts until an epoch.
  ///
  /// - Throws: `ActorError` if the state is damaged.
  func check(_ id: DealID, until expiration: ChainEpoch) throws(ActorError) -> Result<DealProposal, ActorError> {
    guard !activated.contains(id) else { return .failure(ActorError(.illegalArgument, "duplicated deal \(id)")) }
    let deal: DealProposal
    do {
      deal = try state.proposal(id, in: proposals)
    } catch {
      guard error.exitCode == .notFound || error.exitCode == .dealExpired else { throw error }
      return .failure(error)
    }
    do {
      try MarketActor.checkActivation(of: deal, until: expiration, runtime)
    } catch {
      return .failure(error)
    }
    guard try states.get(id) == nil else {
      return .failure(ActorError(.illegalArgument, "deal \(id) already activated"))
    }
    let cid = MarketActor.cid(deal.cbor, runtime)
    guard try pending.contains(cid) else {
      return .failure(ActorError(.illegalState, "deal \(cid) is not in pending set"))
    }
    return .success(deal)
  }

  /// Activates a deal that was checked.
  ///
  /// - Returns: Its allocation, if it is a verified one.
  mutating func activate(_ id: DealID, in sector: SectorNumber) throws(ActorError) -> UInt64? {
    activated.insert(id)
    newStates.append((id, DealState(sector: sector, activatedAt: runtime.epoch)))
    return try allocations.remove(id)
  }

  /// Notes the deals that a sector holds.
  mutating func add(_ deals: [DealID], to sector: SectorNumber) { sectors.append((sector, deals)) }

  /// Puts all in the state.
  mutating func save(to state: inout MarketState) throws(ActorError) {
    try state.set(newStates, in: runtime.store)
    try state.add(sectors, of: runtime.message.caller, in: runtime.store)
    state.pendingDealAllocationIDs = try allocations.flush()
  }
}
