/// An array mapped trie: a persistent sparse array, whose form depends on nothing but its elements and its bit width.
///
/// Every array of the actors is one. Nodes are read when they are needed and kept; changes stay in memory until `flush`
/// writes them. A copy is an array of its own. A change that throws leaves the elements as they were.
///
/// ```swift
/// var receipts = AMT<UInt64, MemoryBlockstore>(store: store)
/// try receipts.set(0, to: 100)
/// let root = try receipts.flush()
/// ```
public struct AMT<Value: CBORCodable & Sendable, Store: Blockstore>: Sendable {
  let nodes: AMTNodes<Store>
  private(set) var tree: AMTTree

  /// An empty array.
  ///
  /// - Parameters:
  ///   - store: Where its nodes will be.
  ///   - configuration: The layout.
  public init(store: Store, configuration: AMTConfiguration = .current) {
    nodes = AMTNodes(store: store, configuration: configuration)
    tree = AMTTree(configuration)
  }

  /// An array with values at the indices from 0 on, faster than setting one after the other.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - store: Where its nodes will be.
  ///   - configuration: The layout.
  public init(_ values: some Sequence<Value>, store: Store, configuration: AMTConfiguration = .current) {
    nodes = AMTNodes(store: store, configuration: configuration)
    tree = AMTTree(configuration, values: values.map { ByteView($0.cbor) })
  }

  /// The array with a root, whose node alone is read; in the current form it says the bit width.
  ///
  /// - Parameters:
  ///   - root: The CID that `flush` gave.
  ///   - store: Where its nodes are.
  ///   - form: How the root is written.
  /// - Throws: `CollectionError` if the root is missing or malformed.
  public init(
    root: CID, store: Store, form: AMTConfiguration.Form = .current
  ) throws(CollectionError) {
    tree = try AMTTree(root: root, in: store, form: form)
    nodes = AMTNodes(store: store, configuration: tree.configuration)
  }

  /// Where the nodes are.
  public var store: Store { nodes.store }

  /// The layout.
  public var configuration: AMTConfiguration { nodes.configuration }

  /// How many elements there are, as the root says.
  public var count: UInt64 { tree.count }

  /// Whether there are no elements.
  public var isEmpty: Bool { tree.root.isEmpty }

  /// The levels above the leaves.
  public var height: Int { tree.height }

  /// The value at an index; `nil` if there is none.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or the value is none of this type.
  public func get(_ index: UInt64) throws(CollectionError) -> Value? {
    guard let value = try tree.value(at: index, nodes) else { return nil }
    return try Value(collectionValue: value)
  }

  /// Whether there is a value at an index.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func contains(_ index: UInt64) throws(CollectionError) -> Bool {
    try tree.value(at: index, nodes) != nil
  }

  /// Puts a value at an index.
  ///
  /// - Parameters:
  ///   - index: At most 2^64 - 2.
  ///   - value: The value, which replaces one that is there.
  /// - Returns: Whether the array has changed; it has not if the same value was there.
  /// - Throws: `CollectionError` if a node cannot be read or the index is too large.
  @discardableResult
  public mutating func set(_ index: UInt64, to value: Value) throws(CollectionError) -> Bool {
    try tree.set(index, ByteView(value.cbor), nodes).changed
  }

  /// Removes an index.
  ///
  /// - Parameter index: The index.
  /// - Returns: Whether there was a value.
  /// - Throws: `CollectionError` if a node cannot be read or the index is too large.
  @discardableResult
  public mutating func delete(_ index: UInt64) throws(CollectionError) -> Bool {
    try tree.delete(index, nodes) != nil
  }

  /// Removes an index and gives the value that it had.
  ///
  /// - Parameter index: The index.
  /// - Returns: The value; `nil` if there was none.
  /// - Throws: `CollectionError` if a node cannot be read, the index is too large, or the value is none of this type.
  public mutating func remove(_ index: UInt64) throws(CollectionError) -> Value? {
    guard let old = try tree.delete(index, nodes) else { return nil }
    return try Value(collectionValue: old)
  }

  /// Removes several indices: all or, when this throws, none.
  ///
  /// - Parameters:
  ///   - indices: The indices, in any order.
  ///   - strict: Whether one that has no value is an error.
  /// - Returns: Whether the array has changed.
  /// - Throws: `CollectionError`, with code `notFound` for an absent index if `strict`.
  @discardableResult
  public mutating func delete(_ indices: some Sequence<UInt64>, strict: Bool) throws(CollectionError) -> Bool {
    var changed = tree
    var found = false
    for index in indices {
      let wasThere = try changed.delete(index, nodes) != nil
      guard wasThere || !strict else { throw CollectionError(.notFound, "index \(index)") }
      found = found || wasThere
    }
    tree = changed
    return found
  }

  /// Writes the changed nodes to the store in one batch.
  ///
  /// - Returns: The root: the same for every array with the same elements and layout.
  /// - Throws: `CollectionError` with code `store`; the array is then as before.
  public mutating func flush() throws(CollectionError) -> CID {
    try tree.flush(to: nodes.store)
  }
}
