internal import FilCore

/// A map of maps in an actor's state: values by the number of an actor and a number of their own.
///
/// Inner maps without values are not kept.
struct NestedMap<Value: CBORCodable & Sendable, Store: Blockstore> {
  private var outer: StateMap<UInt64, CID, Store>
  private let store: Store
  private let bitWidth: Int

  init(
    root: CID, store: Store, bitWidth: Int = HAMTConfiguration.current.bitWidth
  ) throws(ActorError) {
    outer = try StateMap(root: root, store: store, bitWidth: bitWidth)
    self.store = store
    self.bitWidth = bitWidth
  }

  private func inner(_ owner: ActorID) throws(ActorError) -> StateMap<UInt64, Value, Store> {
    if let root = try outer.get(owner) { return try StateMap(root: root, store: store, bitWidth: bitWidth) }
    return StateMap(store: store, bitWidth: bitWidth)
  }

  private mutating func save(_ map: StateMap<UInt64, Value, Store>, of owner: ActorID) throws(ActorError) {
    var map = map
    if map.isEmpty { try outer.remove(owner) } else { try outer.set(owner, to: try map.flush()) }
  }

  /// The value of an owner under a number; `nil` if there is none.
  func get(_ owner: ActorID, _ number: UInt64) throws(ActorError) -> Value? {
    try inner(owner).get(number)
  }

  /// Puts a value of an owner under a number.
  mutating func set(_ owner: ActorID, _ number: UInt64, to value: Value) throws(ActorError) {
    var map = try inner(owner)
    try map.set(number, to: value)
    try save(map, of: owner)
  }

  /// Puts a value of an owner under a number that has none; whether it was put.
  mutating func setIfAbsent(_ owner: ActorID, _ number: UInt64, to value: Value) throws(ActorError) -> Bool {
    var map = try inner(owner)
    guard try map.setIfAbsent(number, to: value) else { return false }
    try save(map, of: owner)
    return true
  }

  /// Removes the value of an owner under a number and gives it.
  @discardableResult
  mutating func remove(_ owner: ActorID, _ number: UInt64) throws(ActorError) -> Value? {
    var map = try inner(owner)
    guard let value = try map.remove(number) else { return nil }
    try save(map, of: owner)
    return value
  }

  /// Calls `body` with each value of an owner in order.
  func forEach(_ owner: ActorID, _ body: (UInt64, Value) throws(ActorError) -> Void) throws(ActorError) {
    try inner(owner).forEach(body)
  }

  mutating func flush() throws(ActorError) -> CID {
    try outer.flush()
  }
}
