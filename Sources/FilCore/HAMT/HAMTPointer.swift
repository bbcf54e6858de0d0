/// What a taken slot of a node holds.
enum HAMTPointer: Sendable {
  /// One to three entries, sorted by key.
  case bucket([HAMTEntry])
  /// A node that is stored.
  case link(CID, NodeCache<HAMTNode>)
  /// A node that was changed since.
  case dirty(HAMTNode)

  /// What stands in a slot while its node is being changed.
  static let taken = HAMTPointer.bucket([])
}
