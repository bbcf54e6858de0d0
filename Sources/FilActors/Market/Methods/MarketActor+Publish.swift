internal import FilCore

extension MarketActor {
  /// Puts the valid ones of some deals on the chain; the others are left out.
  static func publish(
    _ params: PublishStorageDealsParams, _ runtime: some Runtime
  ) throws(ActorError) -> PublishStorageDealsReturn {
    try runtime.validateCaller(.any)
    let address = try params.deals.first.orAbort(.illegalArgument, "empty deals parameter").proposal.provider
    let provider = try providerID(address, runtime)
    // Those who are called could call back: this is done before the state is read.
    let checks = try DealChecks(runtime)
    let authentic = try params.deals.map { (deal) throws(ActorError) in try checks.isValid(deal, runtime) }
    var selection = DealSelection(provider: provider, address: address, state: try runtime.state(MarketState.self))
    for (index, deal) in params.deals.enumerated() where authentic[index] {
      try selection.consider(deal.proposal, index: index, runtime)
    }
    let allocations = try selection.allocate(runtime)
    try require(!selection.deals.isEmpty, .illegalArgument, "all deal proposals invalid")
    let ids = try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      try state.publish(selection.deals, allocations: allocations, runtime)
    }
    for (deal, id) in zip(selection.deals, ids) { try notify(of: deal, id: id, runtime) }
    return PublishStorageDealsReturn(ids: ids, validDeals: try .of(selection.deals.map { UInt64($0.index) }))
  }

  /// The number of a provider that the caller may act for.
  private static func providerID(_ address: Address, _ runtime: some Runtime) throws(ActorError) -> ActorID {
    let id = try runtime.resolve(address).orAbort(.notFound, "failed to resolve provider address \(address)")
    let code = try runtime.code(of: id).orAbort(.notFound, "no code ID for address f0\(id)")
    try require(
      runtime.type(of: code) == .miner, .illegalArgument, "deal provider is not a storage miner actor")
    let caller = Address(id: runtime.message.caller)
    let isControlling: Bool = try runtime.call(
      Address(id: id), MinerMethods.isControllingAddress, IPLDBlock(caller)
    ).requireReturn()
    try require(
      isControlling, .forbidden, "caller \(caller) is not worker or control address of provider f0\(id)")
    return id
  }

  private static func notify(of deal: ValidDeal, id: DealID, _ runtime: some Runtime) throws(ActorError) {
    let params = MarketNotifyDealParams(proposal: deal.encoded, dealID: id)
    do {
      try runtime.call(deal.proposal.client, MarketMethods.marketNotifyDeal, IPLDBlock(params))
    } catch {
      // A client's contract must not miss that it made a deal.
      throw ActorError(.illegalArgument, "failed to notify deal \(deal.cid): \(error)")
    }
    try runtime.emit(try event("deal-published", id, deal.proposal))
  }

  /// An event of a deal whose parties stand with their numbers.
  static func event(_ type: String, _ id: DealID, _ deal: DealProposal) throws(ActorError) -> ActorEvent {
    ActorEvent(type: type).indexed("id", id).indexed("client", try deal.client.requireID())
      .indexed("provider", try deal.provider.requireID())
  }
}

extension MarketState {
  /// Adds deals and locks the money for them.
  ///
  /// - Returns: Their numbers.
  fileprivate mutating func publish(
    _ deals: [ValidDeal], allocations: [CID: UInt64], _ runtime: some Runtime
  ) throws(ActorError) -> [DealID] {
    var pending = try loadPending(runtime.store)
    var proposals = try loadProposals(runtime.store)
    var pendingAllocations = try loadPendingAllocations(runtime.store)
    var schedule: [(ChainEpoch, DealID)] = []
    for deal in deals {
      try lock(for: deal.proposal, in: runtime.store)
      try pending.set(deal.cid, to: Presence())
      try proposals.set(nextID, to: deal.proposal)
      if let allocation = allocations[deal.cid] { try pendingAllocations.set(nextID, to: allocation) }
      schedule.append((Self.updateEpoch(of: nextID, from: deal.proposal.startEpoch, runtime.policy), nextID))
      nextID += 1
    }
    pendingProposals = try pending.flush()
    self.proposals = try proposals.flush()
    pendingDealAllocationIDs = try pendingAllocations.flush()
    try self.schedule(schedule, in: runtime.store)
    return schedule.map(\.1)
  }
}
