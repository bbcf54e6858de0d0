public import FilCore

/// The state of the storage market.
public struct MarketState: Hashable, Sendable {
  /// Deals that were published and are not over: an array of `DealProposal`, bit width 5.
  public var proposals: CID
  /// Deals that were activated and are not over: an array of `DealState`, bit width 6.
  public var states: CID
  /// The CIDs of proposals that were not looked at since they began: a set.
  public var pendingProposals: CID
  /// Money in escrow: a map by ID address, bit width 6.
  public var escrowTable: CID
  /// What deals hold of it: a map by ID address, bit width 6.
  public var lockedTable: CID
  /// The number of the next deal.
  public var nextID: DealID
  /// The deals to look at at an epoch: a map of sets.
  public var dealOpsByEpoch: CID
  /// The last epoch that was looked at.
  public var lastCron: ChainEpoch
  /// The collateral of all clients.
  public var totalClientLockedCollateral: TokenAmount
  /// The collateral of all providers.
  public var totalProviderLockedCollateral: TokenAmount
  /// What all clients set aside to pay.
  public var totalClientStorageFee: TokenAmount
  /// The allocations of verified deals that are not activated: a map.
  public var pendingDealAllocationIDs: CID
  /// The deals in each sector: a map of maps of lists by provider and sector.
  public var providerSectors: CID

  /// All fields.
  public init(
    proposals: CID, states: CID, pendingProposals: CID, escrowTable: CID, lockedTable: CID, nextID: DealID,
    dealOpsByEpoch: CID, lastCron: ChainEpoch, totalClientLockedCollateral: TokenAmount,
    totalProviderLockedCollateral: TokenAmount, totalClientStorageFee: TokenAmount, pendingDealAllocationIDs: CID,
    providerSectors: CID
  ) {
    self.proposals = proposals
    self.states = states
    self.pendingProposals = pendingProposals
    self.escrowTable = escrowTable
    self.lockedTable = lockedTable
    self.nextID = nextID
    self.dealOpsByEpoch = dealOpsByEpoch
    self.lastCron = lastCron
    self.totalClientLockedCollateral = totalClientLockedCollateral
    self.totalProviderLockedCollateral = totalProviderLockedCollateral
    self.totalClientStorageFee = totalClientStorageFee
    self.pendingDealAllocationIDs = pendingDealAllocationIDs
    self.providerSectors = providerSectors
  }
}

extension MarketState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      proposals, states, pendingProposals, escrowTable, lockedTable, nextID, dealOpsByEpoch, lastCron,
      totalClientLockedCollateral, totalProviderLockedCollateral, totalClientStorageFee, pendingDealAllocationIDs,
      providerSectors)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      proposals, states, pendingProposals, escrowTable, lockedTable, nextID, dealOpsByEpoch, lastCron,
      totalClientLockedCollateral, totalProviderLockedCollateral, totalClientStorageFee, pendingDealAllocationIDs,
      providerSectors
    ) = try decoder.tuple(
      CID.self, CID.self, CID.self, CID.self, CID.self, DealID.self, CID.self, ChainEpoch.self, TokenAmount.self,
      TokenAmount.self, TokenAmount.self, CID.self, CID.self)
  }
}

extension MarketState {
  /// How many bits of the index each level of the array of proposals takes.
  static let proposalsBitWidth = 5
  /// How many bits of the index each level of the array of deal states takes.
  static let statesBitWidth = 6

  /// A market without deals; empty collections are put in the store.
  package init<Store: Blockstore>(store: Store) throws(ActorError) {
    var empty = StateMap<UInt64, UInt64, Store>(store: store)
    let map = try empty.flush()
    var balances = BalanceTable(store: store)
    let table = try balances.flush()
    self.init(
      proposals: try StateArray<DealProposal, _>.emptyRoot(in: store, bitWidth: Self.proposalsBitWidth),
      states: try StateArray<DealState, _>.emptyRoot(in: store, bitWidth: Self.statesBitWidth),
      pendingProposals: map, escrowTable: table, lockedTable: table, nextID: 0, dealOpsByEpoch: map, lastCron: -1,
      totalClientLockedCollateral: .zero, totalProviderLockedCollateral: .zero, totalClientStorageFee: .zero,
      pendingDealAllocationIDs: map, providerSectors: map)
  }
}
