extension AMTNodes {
  /// Removes an index from the tree below a node at a height and gives the value that it had.
  func delete(_ index: UInt64, height: Int, in node: inout AMTNode) throws(CollectionError) -> ByteView? {
    let slot = configuration.slot(of: index, height: height)
    guard node.slots.contains(slot) else { return nil }
    guard height > 0 else { return node.removeValue(at: slot) }
    let position = node.slots.rank(slot)
    switch node.children[position] {
    case .link(let link):
      var child = try self.node(link, height: height - 1)
      let old = try delete(index, height: height - 1, in: &child)
      if old != nil { AMTNodes.replace(slot, of: &node, with: child) }
      return old
    case .dirty(var child):
      node.children[position] = .taken
      // A child that only failed or missed goes back as it was.
      defer { AMTNodes.replace(slot, of: &node, with: child) }
      return try delete(index, height: height - 1, in: &child)
    }
  }

  /// Puts a child in its slot, or frees the slot if nothing is left in the child.
  private static func replace(_ slot: Int, of node: inout AMTNode, with child: AMTNode) {
    if child.isEmpty { node.removeChild(at: slot) } else { node.children[node.slots.rank(slot)] = .dirty(child) }
  }
}
