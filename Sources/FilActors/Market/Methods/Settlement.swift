internal import FilCore

/// Settles deals that someone names, within one change of the market's state.
struct Settlement<R: Runtime> {
  private let runtime: R
  /// Which deals could be settled.
  private(set) var results = BatchReturn([])
  /// How those were settled.
  private(set) var settlements: [DealSettlement] = []
  /// What was taken from providers.
  private(set) var slashed = TokenAmount.zero
  /// The states of deals that go on.
  private(set) var newStates: [(DealID, DealState)] = []
  /// The deals that are over.
  private(set) var settled = SettledDeals()

  /// One that has settled nothing.
  init(_ runtime: R) { self.runtime = runtime }

  /// Settles a deal.
  ///
  /// - Throws: `ActorError` if all must fail; what only concerns this deal is noted in `results`.
  mutating func settle(_ id: DealID, _ state: inout MarketState) throws(ActorError) {
    let deal: DealProposal
    do {
      deal = try state.proposal(id, in: runtime.store)
    } catch {
      return try fail(.dealExpired)
    }
    let cid = MarketActor.cid(deal.cbor, runtime)
    let progress: DealProgress
    do {
      progress = try state.progress(of: id, deal, cid: cid, at: runtime.epoch, in: runtime.store)
    } catch {
      return try fail(error.exitCode)
    }
    switch progress {
    case .early: succeed(DealUpdate())
    case .timedOut(let slashed):
      self.slashed = self.slashed + slashed
      results.append(.dealExpired)
    case .active(let active):
      try require(!active.wasSlashed, .illegalArgument, "deal \(id) is marked for termination and cannot be settled")
      let update: DealUpdate
      do {
        update = try state.update(deal, active, cid: cid, at: runtime.epoch, in: runtime.store)
      } catch {
        return try fail(error.exitCode)
      }
      try finish(id, deal, active, update, &state)
    }
  }

  /// Notes that a deal could not be settled; the others may still be.
  private mutating func fail(_ code: ExitCode) throws(ActorError) {
    try runtime.requireRunning()
    results.append(code)
  }

  private mutating func finish(
    _ id: DealID, _ deal: DealProposal, _ active: DealState, _ update: DealUpdate, _ state: inout MarketState
  ) throws(ActorError) {
    if update.isOver {
      try state.removeCompleted(id, in: runtime.store)
      settled.insert(id, sector: active.sector, provider: try deal.provider.requireID())
    } else {
      var next = active
      next.lastUpdatedEpoch = runtime.epoch
      newStates.append((id, next))
    }
    succeed(update)
    if update.isCompleted { try runtime.emit(try MarketActor.event("deal-completed", id, deal)) }
  }

  private mutating func succeed(_ update: DealUpdate) {
    settlements.append(DealSettlement(payment: update.payment, isCompleted: update.isOver))
    results.append(.ok)
  }
}
