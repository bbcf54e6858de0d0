extension KAMT {
  /// The differences of two maps, keys rising.
  public struct Changes: Sendable {
    private var changes: TrieChanges<KAMTComparison>

    fileprivate init(_ changes: TrieChanges<KAMTComparison>) {
      self.changes = changes
    }

    /// The next difference; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the map's type.
    public mutating func next() throws(CollectionError) -> EntryChange<Word256, Value>? {
      try changes.next()?.decoded()
    }
  }

  /// What is different in another map, keys rising and as it is asked for; nodes that both share are not read.
  ///
  /// The maps may be in different stores.
  ///
  /// - Parameter newer: The other map: entries that it alone has count as added.
  /// - Returns: The differences of the maps as they are now.
  /// - Throws: `CollectionError` with code `differentLayouts` if the bit widths are not the same.
  public func changes(to newer: KAMT<Value, some Blockstore>) throws(CollectionError) -> Changes {
    guard configuration.bitWidth == newer.configuration.bitWidth else {
      throw CollectionError(.differentLayouts, "\(configuration.bitWidth) and \(newer.configuration.bitWidth) bits")
    }
    let comparison = KAMTComparison(older: nodes, newer: newer.nodes)
    return Changes(TrieChanges(comparison, from: tree.root, to: newer.tree.root, at: KAMTComparison.Place()))
  }
}
