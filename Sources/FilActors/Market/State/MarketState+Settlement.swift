internal import FilCore

/// What a deal is at an epoch at which it is looked at.
enum DealProgress {
  /// It may be activated yet.
  case early
  /// It was not activated in time and is forgotten; this was taken from its provider.
  case timedOut(slashed: TokenAmount)
  /// It was activated.
  case active(DealState)
}

/// What looking at an active deal came to.
struct DealUpdate {
  /// What was taken from the provider.
  var slashed = TokenAmount.zero
  /// What was paid.
  var payment = TokenAmount.zero
  /// Whether the deal ended in time.
  var isCompleted = false
  /// Whether the deal is over.
  var isOver = false
}

extension MarketState {
  /// What a deal is; one that was not activated in time is ended.
  mutating func progress(
    of id: DealID, _ deal: DealProposal, cid: CID, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> DealProgress {
    if let state = try loadStates(store).get(id) { return .active(state) }
    guard epoch >= deal.startEpoch else { return .early }
    let slashed = try timeOut(deal, in: store)
    try removeProposal(id, in: store)
    try require(
      try removePending(cid, in: store), .illegalState, "failed to delete pending deal \(id): \(cid) does not exist")
    var allocations = try loadPendingAllocations(store)
    try allocations.remove(id)
    pendingDealAllocationIDs = try allocations.flush()
    return .timedOut(slashed: slashed)
  }

  /// Gives the client back what it set aside for a deal that was not activated, and takes the provider's collateral.
  private mutating func timeOut(_ deal: DealProposal, in store: some Blockstore) throws(ActorError) -> TokenAmount {
    try unlock(deal.totalStorageFee, of: deal.client, \.totalClientStorageFee, in: store)
    try unlock(deal.clientCollateral, of: deal.client, \.totalClientLockedCollateral, in: store)
    try slash(deal.providerCollateral, of: deal.provider, \.totalProviderLockedCollateral, in: store)
    // What the penalty leaves is nothing; unlocking it leaves an entry of zero, as in the reference.
    try unlock(.zero, of: deal.provider, \.totalProviderLockedCollateral, in: store)
    return deal.providerCollateral
  }

  /// Pays for an active deal, and ends it if it is over.
  mutating func update(
    _ deal: DealProposal, _ state: DealState, cid: CID, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> DealUpdate {
    if !state.wasUpdated { try removePending(cid, in: store) }
    try require(
      state.lastUpdatedEpoch <= epoch, .illegalState, "deal updated at future epoch \(state.lastUpdatedEpoch)")
    guard deal.startEpoch <= epoch else { return DealUpdate() }
    let end = try paymentEnd(deal, state, at: epoch)
    var update = DealUpdate()
    update.payment = deal.storagePricePerEpoch * (end - max(deal.startEpoch, state.lastUpdatedEpoch))
    if update.payment > .zero { try pay(update.payment, from: deal.client, to: deal.provider, in: store) }
    if state.wasSlashed {
      update.slashed = deal.providerCollateral
      update.payment = update.payment + (try terminate(deal, at: state.slashEpoch, in: store))
      update.isOver = true
    } else if epoch >= deal.endEpoch {
      try complete(deal, state, in: store)
      (update.isCompleted, update.isOver) = (true, true)
    }
    return update
  }

  private func paymentEnd(
    _ deal: DealProposal, _ state: DealState, at epoch: ChainEpoch
  ) throws(ActorError) -> ChainEpoch {
    guard state.wasSlashed else { return min(deal.endEpoch, epoch) }
    try require(epoch >= state.slashEpoch, .illegalState, "before the deal's slash epoch \(state.slashEpoch)")
    try require(
      state.slashEpoch <= deal.endEpoch, .illegalState,
      "deal slash epoch \(state.slashEpoch) after deal end \(deal.endEpoch)")
    return state.slashEpoch
  }

  /// Ends a deal whose sector is terminated: pays up to its slash epoch, then takes the provider's collateral.
  ///
  /// - Returns: What was taken.
  mutating func slash(
    _ deal: DealProposal, _ state: DealState, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    let start = max(deal.startEpoch, state.lastUpdatedEpoch)
    let epochs = max(0, min(deal.endEpoch, state.slashEpoch) - start)
    let payment = deal.storagePricePerEpoch * epochs
    if payment > .zero { try pay(payment, from: deal.client, to: deal.provider, in: store) }
    _ = try terminate(deal, at: state.slashEpoch, in: store)
    return deal.providerCollateral
  }

  /// Gives the client back what is not paid at an epoch, and takes the provider's collateral.
  ///
  /// - Returns: What was not paid.
  private mutating func terminate(
    _ deal: DealProposal, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    try require(epoch <= deal.endEpoch, .illegalState, "deal slash epoch \(epoch) after end epoch \(deal.endEpoch)")
    let remaining = deal.storagePricePerEpoch * (deal.endEpoch - max(epoch, deal.startEpoch))
    try unlock(remaining, of: deal.client, \.totalClientStorageFee, in: store)
    try unlock(deal.clientCollateral, of: deal.client, \.totalClientLockedCollateral, in: store)
    try slash(deal.providerCollateral, of: deal.provider, \.totalProviderLockedCollateral, in: store)
    return remaining
  }

  /// Gives both parties of a deal that ended in time their collateral back.
  private mutating func complete(
    _ deal: DealProposal, _ state: DealState, in store: some Blockstore
  ) throws(ActorError) {
    try require(state.sectorStartEpoch != -1, .illegalState, "start sector epoch undefined")
    try unlock(deal.providerCollateral, of: deal.provider, \.totalProviderLockedCollateral, in: store)
    try unlock(deal.clientCollateral, of: deal.client, \.totalClientLockedCollateral, in: store)
  }
}
