/// A key-addressed mapped trie: a persistent map from numbers of 256 bits to values, whose form depends on nothing but
/// its entries.
///
/// It is a HAMT whose keys are not hashed, so entries stand in the order of their keys, and a link may skip the levels on
/// which all keys below it agree. The storage of a contract is a `KAMT` of `Word256`. Nodes are read when they are needed
/// and kept; changes stay in memory until `flush` writes them. A copy is a map of its own. A change that throws leaves
/// the map as it was.
///
/// ```swift
/// var storage = KAMT<Word256, MemoryBlockstore>(store: store)
/// try storage.set(Word256(1), to: Word256(100))
/// let root = try storage.flush()
/// ```
public struct KAMT<Value: CBORCodable & Sendable, Store: Blockstore>: Sendable {
  /// Where the nodes are.
  public let store: Store
  let nodes: KAMTNodes
  private(set) var tree: KAMTTree

  /// An empty map.
  ///
  /// - Parameters:
  ///   - store: Where its nodes will be.
  ///   - configuration: The layout.
  public init(store: Store, configuration: KAMTConfiguration = .evm) {
    self.store = store
    nodes = KAMTNodes(store: store, configuration: configuration)
    tree = KAMTTree()
  }

  /// The map with a root; only the root's node is read.
  ///
  /// - Parameters:
  ///   - root: The CID that `flush` gave.
  ///   - store: Where its nodes are.
  ///   - configuration: The layout, which the nodes do not name.
  /// - Throws: `CollectionError` if the root is missing or malformed.
  public init(root: CID, store: Store, configuration: KAMTConfiguration = .evm) throws(CollectionError) {
    self.store = store
    nodes = KAMTNodes(store: store, configuration: configuration)
    tree = try KAMTTree(root: root, nodes)
  }

  /// The layout.
  public var configuration: KAMTConfiguration { nodes.configuration }

  /// Whether there are no entries.
  public var isEmpty: Bool { tree.root.isEmpty }

  /// The value under a key; `nil` if there is none.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public func get(_ key: Word256) throws(CollectionError) -> Value? {
    guard let value = try tree.value(for: key, nodes) else { return nil }
    return try Value(collectionValue: value)
  }

  /// Whether there is a value under a key.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func contains(_ key: Word256) throws(CollectionError) -> Bool {
    try tree.value(for: key, nodes) != nil
  }

  /// Puts a value under a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value, which replaces one that is there.
  /// - Returns: Whether the map has changed; it has not if the same value was there.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func set(_ key: Word256, to value: Value) throws(CollectionError) -> Bool {
    try tree.set(KAMTEntry(key: key, value: value), overwrite: true, nodes).changed
  }

  /// Puts a value under a key that has none.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value.
  /// - Returns: Whether the value was put; it was not if there is another.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func setIfAbsent(_ key: Word256, to value: Value) throws(CollectionError) -> Bool {
    try tree.set(KAMTEntry(key: key, value: value), overwrite: false, nodes).changed
  }

  /// Removes a key.
  ///
  /// - Parameter key: The key.
  /// - Returns: Whether it was there.
  /// - Throws: `CollectionError` if a node cannot be read.
  @discardableResult
  public mutating func delete(_ key: Word256) throws(CollectionError) -> Bool {
    try tree.delete(key, nodes) != nil
  }

  /// Writes the changed nodes to the store in one batch.
  ///
  /// - Returns: The root: the same for every map with the same entries and layout.
  /// - Throws: `CollectionError` with code `store`; the map is then as before.
  public mutating func flush() throws(CollectionError) -> CID {
    try tree.flush(nodes)
  }
}
