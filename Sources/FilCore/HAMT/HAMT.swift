/// A hash array mapped trie: a persistent map from bytes to values, whose form depends on nothing but its entries.
///
/// Every map of the actors is one. Nodes are read when they are needed and kept; changes stay in memory until `flush`
/// writes them. A copy is a map of its own. A change that throws leaves the map as it was.
///
/// ```swift
/// var balances = HAMT<UInt64, MemoryBlockstore>(store: store)
/// try balances.set([1, 2], to: 100)
/// let root = try balances.flush()
/// ```
public struct HAMT<Value: CBORCodable & Sendable, Store: Blockstore>: Sendable {
  let nodes: HAMTNodes<Store>
  private(set) var tree: HAMTTree

  /// An empty map.
  ///
  /// - Parameters:
  ///   - store: Where its nodes will be.
  ///   - configuration: The layout.
  public init(store: Store, configuration: HAMTConfiguration = .current) {
    nodes = HAMTNodes(store: store, configuration: configuration)
    tree = HAMTTree()
  }

  /// The map with a root; only the root's node is read.
  ///
  /// - Parameters:
  ///   - root: The CID that `flush` gave.
  ///   - store: Where its nodes are.
  ///   - configuration: The layout, which the nodes do not name.
  /// - Throws: `CollectionError` if the root is missing or malformed.
  public init(root: CID, store: Store, configuration: HAMTConfiguration = .current) throws(CollectionError) {
    nodes = HAMTNodes(store: store, configuration: configuration)
    tree = try HAMTTree(root: root, nodes)
  }

  /// Where the nodes are.
  public var store: Store { nodes.store }

  /// The layout.
  public var configuration: HAMTConfiguration { nodes.configuration }

  /// Whether there are no entries.
  public var isEmpty: Bool { tree.root.isEmpty }

  /// The value under a key; `nil` if there is none.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public func get(_ key: [UInt8]) throws(CollectionError) -> Value? {
    guard let value = try tree.value(for: ByteView(key), nodes) else { return nil }
    return try Value(collectionValue: value)
  }

  /// Whether there is a value under a key.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func contains(_ key: [UInt8]) throws(CollectionError) -> Bool {
    try tree.value(for: ByteView(key), nodes) != nil
  }

  /// Puts a value under a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value, which replaces one that is there.
  /// - Returns: Whether the map has changed; it has not if the same value was there.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func set(_ key: [UInt8], to value: Value) throws(CollectionError) -> Bool {
    try tree.set(entry(key, value), overwrite: true, nodes).changed
  }

  /// Puts a value under a key and gives the one that it replaces.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value.
  /// - Returns: The value before; `nil` if there was none.
  /// - Throws: `CollectionError` if a node cannot be read, or the value before is none of this type.
  public mutating func replace(_ key: [UInt8], with value: Value) throws(CollectionError) -> Value? {
    guard let old = try tree.set(entry(key, value), overwrite: true, nodes).old else { return nil }
    return try Value(collectionValue: old)
  }

  /// Puts a value under a key that has none.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value.
  /// - Returns: Whether the value was put; it was not if there is another.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func setIfAbsent(_ key: [UInt8], to value: Value) throws(CollectionError) -> Bool {
    try tree.set(entry(key, value), overwrite: false, nodes).changed
  }

  /// Removes a key.
  ///
  /// - Parameter key: The key.
  /// - Returns: Whether it was there.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func delete(_ key: [UInt8]) throws(CollectionError) -> Bool {
    try tree.delete(ByteView(key), nodes) != nil
  }

  /// Removes a key and gives the value that it had.
  ///
  /// - Parameter key: The key.
  /// - Returns: The value; `nil` if there was none.
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public mutating func remove(_ key: [UInt8]) throws(CollectionError) -> Value? {
    guard let old = try tree.delete(ByteView(key), nodes) else { return nil }
    return try Value(collectionValue: old)
  }

  /// Writes the changed nodes to the store in one batch.
  ///
  /// - Returns: The root: the same for every map with the same entries and layout.
  /// - Throws: `CollectionError` with code `store`; the map is then as before.
  public mutating func flush() throws(CollectionError) -> CID {
    try tree.flush(nodes)
  }

  private func entry(_ key: [UInt8], _ value: Value) -> HAMTEntry {
    HAMTEntry(key: ByteView(key), value: ByteView(value.cbor))
  }
}
