extension KAMT {
  /// The entries of a map, keys rising.
  ///
  /// The entries are those at the time when this was made.
  public struct Entries: Sendable {
    private let nodes: KAMTNodes
    private var cursor: KAMTTree.Cursor

    init(_ map: KAMT) {
      nodes = map.nodes
      cursor = KAMTTree.Cursor(map.tree)
    }

    init(_ map: KAMT, startingAt key: Word256) throws(CollectionError) {
      nodes = map.nodes
      cursor = try KAMTTree.Cursor(map.tree, startingAt: key, map.nodes)
    }

    /// The next entry; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or the value is none of the map's type.
    public mutating func next() throws(CollectionError) -> (key: Word256, value: Value)? {
      guard let entry = try cursor.next(nodes) else { return nil }
      return (entry.key, try Value(collectionValue: entry.value))
    }
  }

  /// All entries in order, read as they are asked for.
  public func entries() -> Entries { Entries(self) }

  /// The entries from a key on in order, or from where it would stand: to go on where an earlier reading stopped.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func entries(startingAt key: Word256) throws(CollectionError) -> Entries {
    try Entries(self, startingAt: key)
  }

  /// Calls `body` with each entry in order.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the map's type.
  public func forEach(_ body: (_ key: Word256, _ value: Value) -> Void) throws(CollectionError) {
    var entries = entries()
    while let (key, value) = try entries.next() { body(key, value) }
  }
}
