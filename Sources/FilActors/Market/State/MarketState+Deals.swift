public import FilCore

extension ExitCode {
  /// A deal is over and forgotten.
  static let dealExpired = ExitCode(rawValue: 32)
  /// A deal is not activated yet.
  static let dealNotActivated = ExitCode(rawValue: 33)
}

extension MarketState {
  /// The proposals of deals that are not over.
  func loadProposals<Store: Blockstore>(_ store: Store) throws(ActorError) -> StateArray<DealProposal, Store> {
    try StateArray(root: proposals, store: store)
  }

  /// The states of deals that were activated and are not over.
  func loadStates<Store: Blockstore>(_ store: Store) throws(ActorError) -> StateArray<DealState, Store> {
    try StateArray(root: states, store: store)
  }

  /// The proposals that were not looked at since they began.
  func loadPending<Store: Blockstore>(_ store: Store) throws(ActorError) -> StateMap<CID, Presence, Store> {
    try StateMap(root: pendingProposals, store: store)
  }

  /// The allocations of verified deals that are not activated.
  func loadPendingAllocations<Store: Blockstore>(
    _ store: Store
  ) throws(ActorError) -> StateMap<DealID, UInt64, Store> {
    try StateMap(root: pendingDealAllocationIDs, store: store)
  }

  /// A deal's proposal.
  ///
  /// - Throws: `ActorError`: `dealExpired` if the deal is over, `notFound` if there never was one.
  public func proposal(_ id: DealID, in store: some Blockstore) throws(ActorError) -> DealProposal {
    try proposal(id, in: try loadProposals(store))
  }

  /// As `proposal(_:in:)`, from proposals that were loaded.
  func proposal<Store: Blockstore>(
    _ id: DealID, in proposals: StateArray<DealProposal, Store>
  ) throws(ActorError) -> DealProposal {
    if let proposal = try proposals.get(id) { return proposal }
    throw id < nextID ? ActorError(.dealExpired, "deal \(id) expired") : ActorError(.notFound, "no such deal \(id)")
  }

  /// The state of a deal; `nil` if it is not active.
  ///
  /// - Throws: `ActorError` if the state cannot be read.
  public func dealState(_ id: DealID, in store: some Blockstore) throws(ActorError) -> DealState? {
    try loadStates(store).get(id)
  }

  /// Sets the states of deals.
  mutating func set(_ newStates: [(DealID, DealState)], in store: some Blockstore) throws(ActorError) {
    var states = try loadStates(store)
    for (id, state) in newStates { try states.set(id, to: state) }
    self.states = try states.flush()
  }

  /// Takes a proposal out of those that were not looked at.
  ///
  /// - Returns: Whether it was among them.
  @discardableResult
  mutating func removePending(_ proposal: CID, in store: some Blockstore) throws(ActorError) -> Bool {
    var pending = try loadPending(store)
    let wasThere = try pending.remove(proposal) != nil
    pendingProposals = try pending.flush()
    return wasThere
  }

  /// Forgets a deal's proposal, which must be there.
  mutating func removeProposal(_ id: DealID, in store: some Blockstore) throws(ActorError) {
    var proposals = try loadProposals(store)
    let wasThere = try proposals.delete(id)
    self.proposals = try proposals.flush()
    try require(wasThere, .illegalState, "failed to delete deal proposal \(id): does not exist")
  }

  /// Forgets a deal that was activated and is over.
  mutating func removeCompleted(_ id: DealID, in store: some Blockstore) throws(ActorError) {
    var states = try loadStates(store)
    let wasThere = try states.delete(id)
    self.states = try states.flush()
    try require(wasThere, .illegalState, "failed to delete deal state \(id): does not exist")
    try removeProposal(id, in: store)
  }
}
