extension AMT {
  /// The differences of two arrays, indices rising.
  public struct Changes: Sendable {
    private var changes: TrieChanges<AMTComparison>

    fileprivate init(_ changes: TrieChanges<AMTComparison>) {
      self.changes = changes
    }

    /// The next difference; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the array's type.
    public mutating func next() throws(CollectionError) -> EntryChange<UInt64, Value>? {
      try changes.next()?.decoded()
    }
  }

  /// What is different in another array, indices rising and as it is asked for; nodes that both share are not read.
  ///
  /// The arrays may be in different stores.
  ///
  /// - Parameter newer: The other array: elements that it alone has count as added.
  /// - Returns: The differences of the arrays as they are now.
  /// - Throws: `CollectionError` with code `differentLayouts` if the bit widths are not the same.
  public func changes(to newer: AMT<Value, some Blockstore>) throws(CollectionError) -> Changes {
    guard configuration.bitWidth == newer.configuration.bitWidth else {
      throw CollectionError(.differentLayouts, "\(configuration.bitWidth) and \(newer.configuration.bitWidth) bits")
    }
    let height = max(height, newer.height)
    let comparison = AMTComparison(older: nodes, newer: newer.nodes)
    return Changes(
      TrieChanges(
        comparison, from: tree.root(raisedTo: height), to: newer.tree.root(raisedTo: height),
        at: AMTComparison.Place(height: height, base: 0)))
  }
}
