/// What a taken slot of a node holds.
enum KAMTPointer: Sendable {
  /// Entries, sorted by key.
  case bucket([KAMTEntry])
  /// A node that is stored, and the bits that all keys in it have between this slot and that node.
  case link(NodeLink<KAMTNode>, KAMTBits)
  /// A node that was changed since, and the same bits.
  case dirty(KAMTNode, KAMTBits)

  /// What stands in a slot while its node is being changed.
  static let taken = KAMTPointer.bucket([])
}
