internal import FilCore

/// Money by ID address; who has none has no entry.
struct BalanceTable<Store: Blockstore> {
  /// How many bits of the hash each level of the map takes.
  private static var bitWidth: Int { 6 }

  private var map: StateMap<Address, TokenAmount, Store>

  /// A table without entries.
  init(store: Store) { map = StateMap(store: store, bitWidth: Self.bitWidth) }

  /// The table with a root.
  init(root: CID, store: Store) throws(ActorError) {
    map = try StateMap(root: root, store: store, bitWidth: Self.bitWidth)
  }

  /// The money of an address.
  func get(_ address: Address) throws(ActorError) -> TokenAmount { try map.get(address) ?? .zero }

  /// Adds money, which may be negative; nobody may end below zero.
  mutating func add(_ amount: TokenAmount, to address: Address) throws(ActorError) {
    let previous = try get(address)
    let sum = previous + amount
    try require(sum >= .zero, .illegalArgument, "negative balance for \(address) adding \(amount) to \(previous)")
    if sum == .zero && previous != .zero { try map.remove(address) } else { try map.set(address, to: sum) }
  }

  /// Takes away all of an amount.
  mutating func subtract(_ amount: TokenAmount, from address: Address) throws(ActorError) {
    let previous = try get(address)
    try require(
      amount <= previous, .illegalArgument, "negative balance for \(address) subtracting \(amount) from \(previous)")
    try add(-amount, to: address)
  }

  /// Takes away at most an amount, and leaves at least `floor`.
  ///
  /// - Returns: What was taken.
  mutating func subtract(
    upTo amount: TokenAmount, from address: Address, leaving floor: TokenAmount
  ) throws(ActorError) -> TokenAmount {
    let taken = min(amount, max(.zero, try get(address) - floor))
    if taken > .zero { try add(-taken, to: address) }
    return taken
  }

  /// Stores the table.
  mutating func flush() throws(ActorError) -> CID { try map.flush() }
}
