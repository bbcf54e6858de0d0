extension HAMT {
  /// The differences of two maps in the order of the maps.
  public struct Changes: Sendable {
    private var changes: TrieChanges<HAMTComparison>

    fileprivate init(_ changes: TrieChanges<HAMTComparison>) {
      self.changes = changes
    }

    /// The next difference; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the map's type.
    public mutating func next() throws(CollectionError) -> EntryChange<[UInt8], Value>? {
      guard let change = try changes.next() else { return nil }
      return try EntryChange(key: change.key.bytes, before: change.before, after: change.after).decoded()
    }
  }

  /// What is different in another map, in order and as it is asked for; nodes that both share are not read.
  ///
  /// ```swift
  /// var changes = try yesterday.changes(to: today)
  /// while let change = try changes.next() { print(change.key, change.before, change.after) }
  /// ```
  ///
  /// The maps may be in different stores; they must hash their keys alike.
  ///
  /// - Parameter newer: The other map: entries that it alone has count as added.
  /// - Returns: The differences of the maps as they are now.
  /// - Throws: `CollectionError` with code `differentLayouts` if the bit widths are not the same.
  public func changes(to newer: HAMT<Value, some Blockstore>) throws(CollectionError) -> Changes {
    guard configuration.bitWidth == newer.configuration.bitWidth else {
      throw CollectionError(.differentLayouts, "\(configuration.bitWidth) and \(newer.configuration.bitWidth) bits")
    }
    let comparison = HAMTComparison(older: nodes, newer: newer.nodes)
    return Changes(TrieChanges(comparison, from: tree.root, to: newer.tree.root, at: HAMTComparison.Place()))
  }
}

extension HAMTMap {
  /// The differences of two maps in the order of the maps.
  public struct Changes: Sendable {
    private var raw: HAMT<Value, Store>.Changes

    fileprivate init(_ raw: HAMT<Value, Store>.Changes) {
      self.raw = raw
    }

    /// The next difference; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or a key or value is none of the map's types.
    public mutating func next() throws(CollectionError) -> EntryChange<Key, Value>? {
      guard let change = try raw.next() else { return nil }
      return EntryChange(key: try Key(keyBytes: change.key), before: change.before, after: change.after)
    }
  }

  /// What is different in another map, in order and as it is asked for; nodes that both share are not read.
  ///
  /// - Parameter newer: The other map: entries that it alone has count as added.
  /// - Returns: The differences of the maps as they are now.
  /// - Throws: `CollectionError` with code `differentLayouts` if the bit widths are not the same.
  public func changes(to newer: HAMTMap<Key, Value, some Blockstore>) throws(CollectionError) -> Changes {
    Changes(try raw.changes(to: newer.raw))
  }
}
