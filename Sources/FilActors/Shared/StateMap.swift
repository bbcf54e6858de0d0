internal import FilCore

/// A map in an actor's state, whose failures are those of an illegal state.
struct StateMap<Key: CollectionKey, Value: CBORCodable & Sendable, Store: Blockstore> {
  private var map: HAMTMap<Key, Value, Store>

  /// An empty map.
  init(store: Store, bitWidth: Int = HAMTConfiguration.current.bitWidth) {
    map = HAMTMap(store: store, configuration: HAMTConfiguration(bitWidth: bitWidth))
  }

  /// The map with a root.
  init(
    root: CID, store: Store, bitWidth: Int = HAMTConfiguration.current.bitWidth
  ) throws(ActorError) {
    map = try StateMap.run { () throws(CollectionError) in
      try HAMTMap(root: root, store: store, configuration: HAMTConfiguration(bitWidth: bitWidth))
    }
  }

  var isEmpty: Bool { map.isEmpty }

  /// The value under a key; `nil` if there is none.
  func get(_ key: Key) throws(ActorError) -> Value? {
    try StateMap.run { () throws(CollectionError) in try map.get(key) }
  }

  /// The value under a key, which must be there.
  func require(_ key: Key, _ code: ExitCode, _ what: @autoclosure () -> String) throws(ActorError) -> Value {
    try get(key).orAbort(code, what())
  }

  func contains(_ key: Key) throws(ActorError) -> Bool {
    try StateMap.run { () throws(CollectionError) in try map.contains(key) }
  }

  /// Puts a value under a key.
  mutating func set(_ key: Key, to value: Value) throws(ActorError) {
    try StateMap.run { () throws(CollectionError) in _ = try map.set(key, to: value) }
  }

  /// Puts a value under a key that has none; whether it was put.
  mutating func setIfAbsent(_ key: Key, to value: Value) throws(ActorError) -> Bool {
    try StateMap.run { () throws(CollectionError) in try map.setIfAbsent(key, to: value) }
  }

  /// Removes a key and gives the value that it had.
  @discardableResult
  mutating func remove(_ key: Key) throws(ActorError) -> Value? {
    try StateMap.run { () throws(CollectionError) in try map.remove(key) }
  }

  /// Calls `body` with each entry in order.
  func forEach(_ body: (Key, Value) throws(ActorError) -> Void) throws(ActorError) {
    try map.forEach(body)
  }

  /// Writes the changed nodes and gives the root.
  mutating func flush() throws(ActorError) -> CID {
    try StateMap.run { () throws(CollectionError) in try map.flush() }
  }

  private static func run<Result>(_ body: () throws(CollectionError) -> Result) throws(ActorError) -> Result {
    do {
      return try body()
    } catch {
      throw ActorError(collection: error)
    }
  }
}
