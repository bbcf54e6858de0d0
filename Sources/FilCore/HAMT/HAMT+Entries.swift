extension HAMT {
  /// The entries of a map in its order: by the digests of the keys, and by the keys in a bucket.
  ///
  /// The order is the same for everyone. The entries are those at the time when this was made.
  public struct Entries: Sendable {
    private let nodes: HAMTNodes<Store>
    private var cursor: HAMTTree.Cursor

    init(_ map: HAMT) {
      nodes = map.nodes
      cursor = HAMTTree.Cursor(map.tree)
    }

    init(_ map: HAMT, startingAt key: [UInt8]) throws(CollectionError) {
      nodes = map.nodes
      cursor = try HAMTTree.Cursor(map.tree, startingAt: ByteView(key), map.nodes)
    }

    /// The next entry; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or the value is none of the map's type.
    public mutating func next() throws(CollectionError) -> (key: [UInt8], value: Value)? {
      guard let entry = try cursor.next(nodes) else { return nil }
      return (entry.key.bytes, try Value(collectionValue: entry.value))
    }
  }

  /// All entries in order, read as they are asked for.
  ///
  /// ```swift
  /// var entries = map.entries()
  /// while let (key, value) = try entries.next() { ... }
  /// ```
  public func entries() -> Entries { Entries(self) }

  /// The entries from a key on in order, or from where it would stand: to go on where an earlier reading stopped.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func entries(startingAt key: [UInt8]) throws(CollectionError) -> Entries {
    try Entries(self, startingAt: key)
  }

  /// Calls `body` with each entry in order.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the map's type.
  public func forEach(_ body: (_ key: [UInt8], _ value: Value) -> Void) throws(CollectionError) {
    var entries = entries()
    while let (key, value) = try entries.next() { body(key, value) }
  }

  /// Calls `body` with each entry in order, until it throws.
  ///
  /// - Throws: What `body` throws, and the failures of the map as the same type.
  public func forEach<E: CollectionFailure>(
    _ body: (_ key: [UInt8], _ value: Value) throws(E) -> Void
  ) throws(E) {
    var entries = entries()
    while true {
      let entry: (key: [UInt8], value: Value)?
      do {
        entry = try entries.next()
      } catch {
        throw E(collection: error)
      }
      guard let entry else { return }
      try body(entry.key, entry.value)
    }
  }
}
