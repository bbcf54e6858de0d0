public import FilCore

extension MarketState {
  /// Which sum counts money that is locked.
  typealias LockedTotal = WritableKeyPath<MarketState, TokenAmount>

  /// Adds money to the escrow of an address.
  mutating func deposit(
    _ amount: TokenAmount, for address: Address, in store: some Blockstore
  ) throws(ActorError) {
    var escrow = try BalanceTable(root: escrowTable, store: store)
    try escrow.add(amount, to: address)
    escrowTable = try escrow.flush()
  }

  /// Takes at most an amount out of the escrow of an address; what is locked stays.
  ///
  /// - Returns: What was taken.
  mutating func withdraw(
    upTo amount: TokenAmount, from address: Address, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    let balance = try balance(of: address, in: store)
    var escrow = try BalanceTable(root: escrowTable, store: store)
    let taken = try escrow.subtract(upTo: amount, from: address, leaving: balance.locked)
    escrowTable = try escrow.flush()
    return taken
  }

  /// The money that an ID address has in escrow.
  ///
  /// - Throws: `ActorError` if the state cannot be read.
  public func balance(of address: Address, in store: some Blockstore) throws(ActorError) -> EscrowBalance {
    EscrowBalance(
      balance: try BalanceTable(root: escrowTable, store: store).get(address),
      locked: try BalanceTable(root: lockedTable, store: store).get(address))
  }

  /// Whether an address has an amount in escrow that is not locked.
  func canLock(_ amount: TokenAmount, of address: Address, in store: some Blockstore) throws(ActorError) -> Bool {
    let balance = try balance(of: address, in: store)
    return balance.locked + amount <= balance.balance
  }

  /// Locks what both parties of a deal set aside.
  mutating func lock(for deal: DealProposal, in store: some Blockstore) throws(ActorError) {
    try lock(deal.clientBalanceRequirement, of: deal.client, in: store)
    try lock(deal.providerCollateral, of: deal.provider, in: store)
    totalClientLockedCollateral = totalClientLockedCollateral + deal.clientCollateral
    totalClientStorageFee = totalClientStorageFee + deal.totalStorageFee
    totalProviderLockedCollateral = totalProviderLockedCollateral + deal.providerCollateral
  }

  private mutating func lock(
    _ amount: TokenAmount, of address: Address, in store: some Blockstore
  ) throws(ActorError) {
    try require(amount >= .zero, .illegalState, "cannot lock negative amount \(amount)")
    try require(
      try canLock(amount, of: address, in: store), .actorInsufficientFunds, "cannot lock \(amount) of \(address)")
    var locked = try BalanceTable(root: lockedTable, store: store)
    try locked.add(amount, to: address)
    lockedTable = try locked.flush()
  }

  /// Makes locked money free again.
  mutating func unlock(
    _ amount: TokenAmount, of address: Address, _ total: LockedTotal, in store: some Blockstore
  ) throws(ActorError) {
    try require(amount >= .zero, .illegalState, "unlock negative amount: \(amount)")
    var locked = try BalanceTable(root: lockedTable, store: store)
    try locked.subtract(amount, from: address)
    self[keyPath: total] = self[keyPath: total] - amount
    lockedTable = try locked.flush()
  }

  /// Pays a provider from the money that its client locked for that.
  mutating func pay(
    _ amount: TokenAmount, from client: Address, to provider: Address, in store: some Blockstore
  ) throws(ActorError) {
    try require(amount >= .zero, .illegalState, "transfer negative amount: \(amount)")
    var escrow = try BalanceTable(root: escrowTable, store: store)
    try escrow.subtract(amount, from: client)
    try unlock(amount, of: client, \.totalClientStorageFee, in: store)
    try escrow.add(amount, to: provider)
    escrowTable = try escrow.flush()
  }

  /// Takes locked money away from an address, for the caller to burn.
  mutating func slash(
    _ amount: TokenAmount, of address: Address, _ total: LockedTotal, in store: some Blockstore
  ) throws(ActorError) {
    try require(amount >= .zero, .illegalState, "negative amount to slash: \(amount)")
    var escrow = try BalanceTable(root: escrowTable, store: store)
    try escrow.subtract(amount, from: address)
    escrowTable = try escrow.flush()
    try unlock(amount, of: address, total, in: store)
  }
}
