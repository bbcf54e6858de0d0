internal import FilCore

/// Looks at deals that are due, within one change of the market's state.
struct CronPass<R: Runtime> {
  private let runtime: R
  /// What was taken from providers.
  private(set) var slashed = TokenAmount.zero
  /// The deals that are over.
  private(set) var settled = SettledDeals()
  /// When to look at deals again.
  private(set) var schedule: [(ChainEpoch, DealID)] = []

  /// One that has looked at nothing.
  init(_ runtime: R) { self.runtime = runtime }

  /// Looks at a deal; it may have been settled before.
  mutating func lookAt(_ id: DealID, _ state: inout MarketState) throws(ActorError) {
    guard let deal = try state.loadProposals(runtime.store).get(id) else { return }
    let cid = MarketActor.cid(deal.cbor, runtime)
    switch try state.progress(of: id, deal, cid: cid, at: runtime.epoch, in: runtime.store) {
    case .early:
      throw ActorError(.illegalState, "deal \(id) processed before start epoch \(deal.startEpoch)")
    case .timedOut(let penalty): slashed = slashed + penalty
    case .active(let active) where !active.wasUpdated:
      // Whoever wants to be paid has it settled.
      try require(
        try state.removePending(cid, in: runtime.store), .illegalState,
        "failed to delete pending proposal: does not exist")
    case .active(let active):
      let update = try state.update(deal, active, cid: cid, at: runtime.epoch, in: runtime.store)
      try finish(id, deal, active, update, &state)
    }
  }

  private mutating func finish(
    _ id: DealID, _ deal: DealProposal, _ active: DealState, _ update: DealUpdate, _ state: inout MarketState
  ) throws(ActorError) {
    if update.isOver {
      slashed = slashed + update.slashed
      try state.removeCompleted(id, in: runtime.store)
      settled.insert(id, sector: active.sector, provider: try deal.provider.requireID())
      let type = update.isCompleted ? "deal-completed" : "deal-terminated"
      try runtime.emit(try MarketActor.event(type, id, deal))
    } else {
      var next = active
      next.lastUpdatedEpoch = runtime.epoch
      try state.set([(id, next)], in: runtime.store)
      schedule.append((MarketState.updateEpoch(of: id, from: runtime.epoch + 1, runtime.policy), id))
    }
  }
}
