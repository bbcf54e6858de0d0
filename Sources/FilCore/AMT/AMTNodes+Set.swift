extension AMTNodes {
  /// Puts a value in the tree below a node at a height.
  func set(
    _ index: UInt64, _ value: ByteView, height: Int, in node: inout AMTNode
  ) throws(CollectionError) -> CollectionChange {
    let slot = configuration.slot(of: index, height: height)
    guard height > 0 else { return AMTNodes.set(slot, value, in: &node) }
    guard node.slots.contains(slot) else {
      var child = AMTNode()
      let change = try set(index, value, height: height - 1, in: &child)
      node.insert(.dirty(child), at: slot)
      return change
    }
    let position = node.slots.rank(slot)
    switch node.children[position] {
    case .link(let cid, let cache):
      var child = try self.node(cid, cache, height: height - 1)
      let change = try set(index, value, height: height - 1, in: &child)
      if change.changed { node.children[position] = .dirty(child) }
      return change
    case .dirty(var child):
      node.children[position] = .taken
      defer { node.children[position] = .dirty(child) }
      return try set(index, value, height: height - 1, in: &child)
    }
  }

  private static func set(_ slot: Int, _ value: ByteView, in leaf: inout AMTNode) -> CollectionChange {
    guard leaf.slots.contains(slot) else {
      leaf.insert(value, at: slot)
      return .added
    }
    let position = leaf.slots.rank(slot)
    let old = leaf.values[position]
    guard old != value else { return CollectionChange(old: old, changed: false) }
    leaf.values[position] = value
    return CollectionChange(old: old, changed: true)
  }
}
