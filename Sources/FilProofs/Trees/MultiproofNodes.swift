internal import FilCore

/// The nodes of a tree above some of its leaves, with those that complete their groups of siblings.
struct MultiproofNodes: Sendable {
  private let arities: [Int]
  /// The nodes by level and index.
  private var levels: [[UInt64: Bytes32]]
  /// The root.
  let root: Bytes32

  /// Computes the nodes; `nil` if there are too few or too many, or one cannot be in the tree.
  ///
  /// - Parameters:
  ///   - layout: Which leaves are known.
  ///   - leaves: They, in the layout's order.
  ///   - siblings: The nodes that are missing, level by level.
  ///   - hash: What the tree's nodes are.
  init?(_ layout: MultiproofLayout, leaves: [Bytes32], siblings: [Bytes32], hash: TreeHash) {
    guard leaves.count == layout.indices.count, !leaves.isEmpty else { return nil }
    var nodes = Dictionary(uniqueKeysWithValues: zip(layout.indices, leaves))
    var levels: [[UInt64: Bytes32]] = []
    var rest = siblings[...]
    for level in layout.levels {
      guard rest.count >= level.missing.count else { return nil }
      for index in level.missing { nodes[index] = rest.removeFirst() }
      levels.append(nodes)
      guard let above = Self.parents(level, of: nodes, hash) else { return nil }
      nodes = above
    }
    guard rest.isEmpty, let root = nodes[0], nodes.count == 1 else { return nil }
    self.levels = levels
    self.root = root
    arities = layout.arities
  }

  private static func parents(
    _ level: MultiproofLayout.Level, of nodes: [UInt64: Bytes32], _ hash: TreeHash
  ) -> [UInt64: Bytes32]? {
    var result: [UInt64: Bytes32] = [:]
    let step = UInt64(level.arity)
    for parent in level.parents {
      let children = (parent * step..<(parent + 1) * step).compactMap { nodes[$0] }
      guard children.count == level.arity, let node = hash.node(children) else { return nil }
      result[parent] = node
    }
    return result
  }

  /// The proof of one leaf; `nil` for a leaf that is not known.
  func proof(of index: UInt64) -> MerkleProof? {
    guard let leaf = levels.first?[index] else { return nil }
    var path: [MerkleProof.Step] = []
    var position = index
    for (arity, nodes) in zip(arities, levels) {
      let step = UInt64(arity)
      let group = position / step * step..<(position / step + 1) * step
      let siblings = group.filter { $0 != position }.compactMap { nodes[$0] }
      guard siblings.count == arity - 1 else { return nil }
      path.append(MerkleProof.Step(index: Int(position % step), siblings: siblings))
      position /= step
    }
    return MerkleProof(leaf: leaf, root: root, path: path)
  }
}
