/// What is different under one key of two collections; at least one of the two values is there.
public struct EntryChange<Key: Sendable, Value: Sendable>: Sendable {
  /// The key in a map, the index in an array.
  public let key: Key
  /// The value in the older collection; `nil` where the entry was added.
  public let before: Value?
  /// The value in the newer collection; `nil` where the entry was removed.
  public let after: Value?

  /// A difference.
  public init(key: Key, before: Value?, after: Value?) {
    self.key = key
    self.before = before
    self.after = after
  }
}

extension EntryChange: Equatable where Key: Equatable, Value: Equatable {}
extension EntryChange: Hashable where Key: Hashable, Value: Hashable {}

extension EntryChange where Value == ByteView {
  /// The change with its values read from their CBOR.
  func decoded<Decoded: CBORDecodable & Sendable>(
    as type: Decoded.Type = Decoded.self
  ) throws(CollectionError) -> EntryChange<Key, Decoded> {
    let old: Decoded? = if let before { try Decoded(collectionValue: before) } else { nil }
    let new: Decoded? = if let after { try Decoded(collectionValue: after) } else { nil }
    return EntryChange<Key, Decoded>(key: key, before: old, after: new)
  }
}

/// The changes from one sorted list of entries to another.
func changes<Entry, Key: Comparable & Sendable>(
  from older: [Entry], to newer: [Entry], key: (Entry) -> Key, value: (Entry) -> ByteView
) -> [EntryChange<Key, ByteView>] {
  var changes: [EntryChange<Key, ByteView>] = []
  var (old, new) = (older[...], newer[...])
  while let next = [old.first, new.first].compactMap({ $0.map(key) }).min() {
    let before = old.first.flatMap { key($0) == next ? value($0) : nil }
    let after = new.first.flatMap { key($0) == next ? value($0) : nil }
    if before != nil { old.removeFirst() }
    if after != nil { new.removeFirst() }
    if before != after { changes.append(EntryChange(key: next, before: before, after: after)) }
  }
  return changes
}
