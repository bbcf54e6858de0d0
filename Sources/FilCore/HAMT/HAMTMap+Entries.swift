extension HAMTMap {
  /// The entries of a map in its order.
  public struct Entries: Sendable {
    private var raw: HAMT<Value, Store>.Entries

    init(_ raw: HAMT<Value, Store>.Entries) {
      self.raw = raw
    }

    /// The next entry; `nil` at the end.
    ///
    /// - Throws: `CollectionError` if a node cannot be read, or the key or value is none of the map's types.
    public mutating func next() throws(CollectionError) -> (key: Key, value: Value)? {
      guard let (bytes, value) = try raw.next() else { return nil }
      return (try Key(keyBytes: bytes), value)
    }
  }

  /// All entries in order, read as they are asked for.
  public func entries() -> Entries { Entries(raw.entries()) }

  /// The entries from a key on in order, or from where it would stand.
  ///
  /// - Throws: `CollectionError` if a node cannot be read.
  public func entries(startingAt key: Key) throws(CollectionError) -> Entries {
    Entries(try raw.entries(startingAt: key.keyBytes))
  }

  /// Calls `body` with each entry in order.
  ///
  /// - Throws: `CollectionError` if a node cannot be read, or a key or value is none of the map's types.
  public func forEach(_ body: (_ key: Key, _ value: Value) -> Void) throws(CollectionError) {
    var entries = entries()
    while let (key, value) = try entries.next() { body(key, value) }
  }

  /// Calls `body` with each entry in order, until it throws.
  ///
  /// - Throws: What `body` throws, and the failures of the map as the same type.
  public func forEach<E: CollectionFailure>(
    _ body: (_ key: Key, _ value: Value) throws(E) -> Void
  ) throws(E) {
    try raw.forEach { (bytes: [UInt8], value: Value) throws(E) in
      let key: Key
      do throws(CollectionError) {
        key = try Key(keyBytes: bytes)
      } catch {
        throw E(collection: error)
      }
      try body(key, value)
    }
  }
}
