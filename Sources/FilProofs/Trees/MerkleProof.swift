package import FilCore

/// The proof that a leaf is in a tree: its siblings on every level.
package struct MerkleProof: Hashable, Sendable {
  /// One level.
  package struct Step: Hashable, Sendable {
    /// The place of the proven node among its siblings.
    package let index: Int
    /// The other nodes of the group, in order.
    package let siblings: [Bytes32]

    /// A level.
    package init(index: Int, siblings: [Bytes32]) {
      self.index = index
      self.siblings = siblings
    }
  }

  /// The leaf.
  package let leaf: Bytes32
  /// The root.
  package let root: Bytes32
  /// The levels from the leaves up.
  package let path: [Step]

  /// A proof of whatever kind.
  package init(leaf: Bytes32, root: Bytes32, path: [Step]) {
    self.leaf = leaf
    self.root = root
    self.path = path
  }

  /// The siblings with their levels and places in the tree, for a leaf's place.
  func siblings(of leaf: UInt64, _ arities: [Int]) -> [(level: Int, node: (index: UInt64, value: Bytes32))] {
    var position = leaf
    var result: [(Int, (UInt64, Bytes32))] = []
    for (level, arity) in arities.enumerated() {
      let first = position / UInt64(arity) * UInt64(arity)
      let others = (first..<first + UInt64(arity)).filter { $0 != position }
      for (index, value) in zip(others, path[level].siblings) { result.append((level, (index, value))) }
      position /= UInt64(arity)
    }
    return result
  }
}
