internal import FilCore

extension MultiproofLayout {
  /// Collects the leaves and the nodes that are missing from Merkle proofs of single leaves; `nil` if one of them has
  /// another shape or they lack a node.
  func collect(_ proofs: [(leaf: UInt64, proof: MerkleProof)]) -> (leaves: [Bytes32], siblings: [Bytes32])? {
    var found = arities.map { _ in [UInt64: Bytes32]() }
    var known: [UInt64: Bytes32] = [:]
    for (leaf, proof) in proofs {
      guard proof.path.map({ $0.siblings.count + 1 }) == arities else { return nil }
      known[leaf] = proof.leaf
      for (level, (index, node)) in proof.siblings(of: leaf, arities) { found[level][index] = node }
    }
    let leaves = indices.compactMap { known[$0] }
    let siblings = zip(levels, found).flatMap { level, nodes in level.missing.compactMap { nodes[$0] } }
    guard leaves.count == indices.count, siblings.count == siblingCount else { return nil }
    return (leaves, siblings)
  }
}
