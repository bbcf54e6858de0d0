internal import FilCore

extension MarketActor {
  /// Ends the deals in sectors that are terminated.
  static func terminate(
    _ params: OnMinerSectorsTerminateParams, _ runtime: some Runtime
  ) throws(ActorError) {
    try runtime.validateCaller(.types([.miner]))
    let slashed = try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      let proposals = try state.loadProposals(runtime.store)
      let states = try state.loadStates(runtime.store)
      var slashed = TokenAmount.zero
      for id in try state.popDeals(in: params.sectors, of: runtime.message.caller, in: runtime.store) {
        guard let deal = try proposals.get(id) else { continue }
        let miner = Address(id: runtime.message.caller)
        try require(deal.provider == miner, .illegalState, "\(miner) is not the provider \(deal.provider) of deal \(id)")
        guard deal.endEpoch > params.epoch else { continue }
        var progress = try states.get(id).orAbort(.illegalArgument, "no state for deal \(id)")
        if !progress.wasUpdated { try state.removePending(cid(deal.cbor, runtime), in: runtime.store) }
        progress.slashEpoch = params.epoch
        slashed = slashed + (try state.slash(deal, progress, in: runtime.store))
        try state.removeCompleted(id, in: runtime.store)
        try runtime.emit(try event("deal-terminated", id, deal))
      }
      return slashed
    }
    if slashed > .zero { try runtime.call(.burntFundsActor, 0, value: slashed) }
  }

  /// Pays for deals as of now, and ends those that are over.
  static func settle(_ deals: BitField, _ runtime: some Runtime) throws(ActorError) -> SettleDealPaymentsReturn {
    try runtime.validateCaller(.any)
    var settlement = Settlement(runtime)
    try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      for id in deals { try settlement.settle(id, &state) }
      try state.set(settlement.newStates, in: runtime.store)
      try state.remove(settlement.settled, in: runtime.store)
    }
    if settlement.slashed != .zero { try runtime.call(.burntFundsActor, 0, value: settlement.slashed) }
    return SettleDealPaymentsReturn(results: settlement.results, settlements: settlement.settlements)
  }

  /// Looks at the deals that are due since the last time.
  ///
  /// A deal comes up once, about when it begins; after that anyone has it settled. Deals that are older than this rule
  /// come up again and again.
  static func cronTick(_ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.cronActor]))
    var pass = CronPass(runtime)
    try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      let first = state.lastCron + 1
      for epoch in stride(from: first, through: runtime.epoch, by: 1) {
        for id in try state.scheduled(at: epoch, in: runtime.store) { try pass.lookAt(id, &state) }
      }
      try state.remove(pass.settled, in: runtime.store)
      if first <= runtime.epoch { try state.removeScheduled(at: first...runtime.epoch, in: runtime.store) }
      try state.schedule(pass.schedule, in: runtime.store)
      state.lastCron = runtime.epoch
    }
    if pass.slashed != .zero { try runtime.call(.burntFundsActor, 0, value: pass.slashed) }
  }
}
