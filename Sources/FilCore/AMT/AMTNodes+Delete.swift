extension AMTNodes {
  /// Removes an index from the tree below a node at a height and gives the value that it had.
  func delete(_ index: UInt64, height: Int, in node: inout AMTNode) throws(CollectionError) -> ByteView? {
    let slot = configuration.slot(of: index, height: height)
    guard node.slots.contains(slot) else { return nil }
    guard height > 0 else { return node.removeValue(at: slot) }
    let position = node.slots.rank(slot)
    var child = try self.child(node.children[position], height: height - 1)
    guard let old = try delete(index, height: height - 1, in: &child) else { return nil }
    if child.isEmpty { node.removeChild(at: slot) } else { node.children[position] = .dirty(child) }
    return old
  }
}
