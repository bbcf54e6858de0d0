/// A HAMT with typed keys.
///
/// ```swift
/// var claims = HAMTMap<UInt64, Claim, MemoryBlockstore>(store: store)
/// try claims.set(7, to: claim)
/// ```
public struct HAMTMap<Key: CollectionKey, Value: CBORCodable & Sendable, Store: Blockstore>: Sendable {
  /// The same map with its keys as bytes.
  public private(set) var raw: HAMT<Value, Store>

  /// An empty map.
  ///
  /// - Parameters:
  ///   - store: Where its nodes will be.
  ///   - configuration: The layout.
  public init(store: Store, configuration: HAMTConfiguration = .current) {
    raw = HAMT(store: store, configuration: configuration)
  }

  /// The map with a root; only the root's node is read.
  ///
  /// - Parameters:
  ///   - root: The CID that `flush` gave.
  ///   - store: Where its nodes are.
  ///   - configuration: The layout, which the nodes do not name.
  /// - Throws: `CollectionError` if the root is missing or malformed.
  public init(root: CID, store: Store, configuration: HAMTConfiguration = .current) throws(CollectionError) {
    raw = try HAMT(root: root, store: store, configuration: configuration)
  }

  /// Whether there are no entries.
  public var isEmpty: Bool { raw.isEmpty }

  /// The value under a key; `nil` if there is none.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public func get(_ key: Key) throws(CollectionError) -> Value? {
    try raw.get(key.keyBytes)
  }

  /// Whether there is a value under a key.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func contains(_ key: Key) throws(CollectionError) -> Bool {
    try raw.contains(key.keyBytes)
  }

  /// Puts a value under a key; whether the map has changed.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func set(_ key: Key, to value: Value) throws(CollectionError) -> Bool {
    try raw.set(key.keyBytes, to: value)
  }

  /// Puts a value under a key and gives the one that it replaces.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value before is none of this type.
  public mutating func replace(_ key: Key, with value: Value) throws(CollectionError) -> Value? {
    try raw.replace(key.keyBytes, with: value)
  }

  /// Puts a value under a key that has none; whether it was put.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func setIfAbsent(_ key: Key, to value: Value) throws(CollectionError) -> Bool {
    try raw.setIfAbsent(key.keyBytes, to: value)
  }

  /// Removes a key; whether it was there.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func delete(_ key: Key) throws(CollectionError) -> Bool {
    try raw.delete(key.keyBytes)
  }

  /// Removes a key and gives the value that it had.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public mutating func remove(_ key: Key) throws(CollectionError) -> Value? {
    try raw.remove(key.keyBytes)
  }

  /// Writes the changed nodes to the store in one batch and gives the root.
  ///
  /// - Throws: `CollectionError` with code `store`; the map is then as before.
  public mutating func flush() throws(CollectionError) -> CID {
    try raw.flush()
  }
}
