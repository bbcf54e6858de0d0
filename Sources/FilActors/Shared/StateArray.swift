internal import FilCore

/// An array in an actor's state, whose failures are those of an illegal state.
struct StateArray<Value: CBORCodable & Sendable, Store: Blockstore> {
  private var array: AMT<Value, Store>

  /// An empty array.
  init(store: Store, bitWidth: Int) {
    array = AMT(store: store, configuration: AMTConfiguration(bitWidth: bitWidth))
  }

  /// The array with a root.
  init(root: CID, store: Store) throws(ActorError) {
    array = try StateArray.run { () throws(CollectionError) in try AMT(root: root, store: store) }
  }

  var count: UInt64 { array.count }

  /// The value at an index; `nil` if there is none.
  func get(_ index: UInt64) throws(ActorError) -> Value? {
    try StateArray.run { () throws(CollectionError) in try array.get(index) }
  }

  /// Puts a value at an index.
  mutating func set(_ index: UInt64, to value: Value) throws(ActorError) {
    try StateArray.run { () throws(CollectionError) in _ = try array.set(index, to: value) }
  }

  /// Removes an index; whether there was a value.
  @discardableResult
  mutating func delete(_ index: UInt64) throws(ActorError) -> Bool {
    try StateArray.run { () throws(CollectionError) in try array.delete(index) }
  }

  /// Removes indices that must all be there.
  mutating func delete(all indices: [UInt64]) throws(ActorError) {
    try StateArray.run { () throws(CollectionError) in _ = try array.delete(indices, strict: true) }
  }

  /// Calls `body` with each element in order while it returns true.
  func scan(_ body: (UInt64, Value) throws(ActorError) -> Bool) throws(ActorError) {
    var entries = try StateArray.run { () throws(CollectionError) in try array.entries() }
    while let (index, value) = try StateArray.run({ () throws(CollectionError) in try entries.next() }) {
      guard try body(index, value) else { return }
    }
  }

  /// Calls `body` with each element in order.
  func forEach(_ body: (UInt64, Value) throws(ActorError) -> Void) throws(ActorError) {
    try array.forEach(body)
  }

  /// Writes the changed nodes and gives the root.
  mutating func flush() throws(ActorError) -> CID {
    try StateArray.run { () throws(CollectionError) in try array.flush() }
  }

  /// The root of an empty array, which is put in the store.
  static func emptyRoot(in store: Store, bitWidth: Int) throws(ActorError) -> CID {
    var empty = StateArray(store: store, bitWidth: bitWidth)
    return try empty.flush()
  }

  private static func run<Result>(_ body: () throws(CollectionError) -> Result) throws(ActorError) -> Result {
    do {
      return try body()
    } catch {
      throw ActorError(collection: error)
    }
  }
}
