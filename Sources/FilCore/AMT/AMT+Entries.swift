extension AMT {
  /// The elements of an array in the rising order of their indices, as they were when this was made.
  public struct Entries: Sendable {
    private let nodes: AMTNodes<Store>
    private var cursor: AMTTree.Cursor

    init(_ array: AMT, from start: UInt64) throws(CollectionError) {
      nodes = array.nodes
      cursor = try AMTTree.Cursor(array.tree, from: start, array.nodes)
    }

    /// The next element; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or the value is none of the array's type.
    public mutating func next() throws(CollectionError) -> (index: UInt64, value: Value)? {
      guard let (index, value) = try cursor.next(nodes) else { return nil }
      return (index, try Value(collectionValue: value))
    }
  }

  /// The elements from an index on, read as they are asked for.
  ///
  /// ```swift
  /// var entries = try array.entries()
  /// while let (index, value) = try entries.next() { ... }
  /// ```
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func entries(from start: UInt64 = 0) throws(CollectionError) -> Entries {
    try Entries(self, from: start)
  }

  /// The least index that has a value; `nil` if the array is empty.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func firstIndex() throws(CollectionError) -> UInt64? {
    var cursor = try AMTTree.Cursor(tree, from: 0, nodes)
    return try cursor.next(nodes)?.index
  }

  /// Calls `body` with each element in order.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or a value is none of the array's type.
  public func forEach(_ body: (_ index: UInt64, _ value: Value) -> Void) throws(CollectionError) {
    var entries = try entries()
    while let (index, value) = try entries.next() { body(index, value) }
  }

  /// Calls `body` with elements in order, until it throws.
  ///
  /// - Parameters:
  ///   - start: The least index to look at.
  ///   - limit: The most elements to look at.
  ///   - body: Takes an index and its value.
  /// - Throws: What `body` throws, and the failures of the array as the same type.
  public func forEach<E: CollectionFailure>(
    from start: UInt64 = 0, limit: Int = .max, _ body: (_ index: UInt64, _ value: Value) throws(E) -> Void
  ) throws(E) {
    var entries: Entries?
    var left = limit
    while left > 0 {
      let element: (index: UInt64, value: Value)?
      do throws(CollectionError) {
        if entries == nil { entries = try self.entries(from: start) }
        element = try entries?.next()
      } catch {
        throw E(collection: error)
      }
      guard let element else { return }
      try body(element.index, element.value)
      left -= 1
    }
  }
}
