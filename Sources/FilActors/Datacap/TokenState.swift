public import FilCore

/// Balances and allowances of a token (FRC-0046); amounts in units of 10^-18.
public struct TokenState: Hashable, Sendable {
  /// All tokens.
  public var supply = TokenAmount.zero
  /// Who has how many: a map of amounts by actor.
  public var balances: CID
  /// Who may move whose: a map of maps of amounts by owner and operator.
  public var allowances: CID
  /// The bit width of the maps.
  public var bitWidth: UInt32 = 3

  /// No tokens; an empty map is put in the store.
  init(store: some Blockstore) throws(ActorError) {
    var empty = StateMap<UInt64, TokenAmount, _>(store: store, bitWidth: Int(bitWidth))
    balances = try empty.flush()
    allowances = balances
  }

  /// The bit width of the maps, if it is one that maps can have.
  private func width() throws(ActorError) -> Int {
    try require((1...8).contains(bitWidth), .illegalState, "bit width \(bitWidth) of token maps")
    return Int(bitWidth)
  }

  /// How many tokens an actor has.
  ///
  /// - Throws: `ActorError` with `illegalState` if the state cannot be read.
  public func balance(of owner: ActorID, in store: some Blockstore) throws(ActorError) -> TokenAmount {
    try StateMap(root: balances, store: store, bitWidth: width()).get(owner) ?? .zero
  }

  /// Changes an actor's balance and gives the new one; an empty one is not kept.
  mutating func changeBalance(
    of owner: ActorID, by delta: TokenAmount, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    var map = try StateMap<UInt64, TokenAmount, _>(root: balances, store: store, bitWidth: width())
    let balance = try map.get(owner) ?? .zero
    let changed = balance + delta
    try require(
      !changed.isNegative, .actorInsufficientFunds, "negative balance caused by decreasing \(owner)'s \(balance)")
    if changed.isZero { try map.remove(owner) } else { try map.set(owner, to: changed) }
    balances = try map.flush()
    return changed
  }

  mutating func changeSupply(by delta: TokenAmount) throws(ActorError) {
    supply += delta
    try require(!supply.isNegative, .illegalState, "total supply cannot be negative")
  }

  /// Moves tokens.
  mutating func transfer(
    from owner: ActorID, to receiver: ActorID, _ amount: TokenAmount, in store: some Blockstore
  ) throws(ActorError) {
    if owner == receiver {
      let balance = try balance(of: owner, in: store)
      try require(balance >= amount, .actorInsufficientFunds, "balance \(balance) less than \(amount)")
      return
    }
    _ = try changeBalance(of: owner, by: -amount, in: store)
    _ = try changeBalance(of: receiver, by: amount, in: store)
  }

  /// How many of an owner's tokens an operator may move.
  func allowance(
    of owner: ActorID, for operatorID: ActorID, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    try NestedMap(root: allowances, store: store, bitWidth: width()).get(owner, operatorID) ?? .zero
  }

  /// Sets how many of an owner's tokens an operator may move; none is not kept.
  mutating func setAllowance(
    of owner: ActorID, for operatorID: ActorID, to amount: TokenAmount, in store: some Blockstore
  ) throws(ActorError) {
    var map = try NestedMap<TokenAmount, _>(root: allowances, store: store, bitWidth: width())
    if amount.isZero {
      try map.remove(owner, operatorID)
    } else {
      try map.set(owner, operatorID, to: amount)
    }
    allowances = try map.flush()
  }

  /// Uses up an operator's allowance and gives what is left of it.
  mutating func useAllowance(
    of owner: ActorID, for operatorID: ActorID, _ amount: TokenAmount, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    let allowance = try allowance(of: owner, for: operatorID, in: store)
    let isEnough = allowance >= amount && (!allowance.isZero || owner == operatorID)
    try require(isEnough, .actorInsufficientFunds, "\(operatorID) attempted to utilise allowance of \(owner)")
    if !amount.isZero { try setAllowance(of: owner, for: operatorID, to: allowance - amount, in: store) }
    return allowance - amount
  }
}

extension TokenState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(supply, balances, allowances, bitWidth) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (supply, balances, allowances, bitWidth) = try decoder.tuple(
      TokenAmount.self, CID.self, CID.self, UInt32.self)
  }
}
