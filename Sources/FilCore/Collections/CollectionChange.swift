/// What putting a value in a collection has done.
struct CollectionChange {
  /// The value before, if there was one.
  let old: ByteView?
  /// Whether the collection is now another.
  let changed: Bool

  static let added = CollectionChange(old: nil, changed: true)
}
