extension HAMTNodes {
  /// Removes a key below a node and gives the value that it had.
  func delete(
    _ key: ByteView, _ path: HAMTPath, depth: Int, in node: inout HAMTNode
  ) throws(CollectionError) -> ByteView? {
    let slot = try path.requireSlot(at: depth)
    guard node.slots.contains(slot) else { return nil }
    let position = node.slots.rank(slot)
    switch node.pointers[position] {
    case .bucket(var entries):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let old = entries.remove(at: index).value
      if entries.isEmpty { node.remove(at: slot) } else { node.pointers[position] = .bucket(entries) }
      return old
    case .link(let cid, let cache):
      var child = try self.node(cid, cache, depth: depth + 1)
      let old = try delete(key, path, depth: depth + 1, in: &child)
      if old != nil { HAMTNodes.replace(slot, of: &node, with: child) }
      return old
    case .dirty(var child):
      node.pointers[position] = .taken
      var old: ByteView?
      defer {
        if old == nil {
          node.pointers[position] = .dirty(child)
        } else {
          HAMTNodes.replace(slot, of: &node, with: child)
        }
      }
      old = try delete(key, path, depth: depth + 1, in: &child)
      return old
    }
  }

  /// Puts a child in its slot: as a node, as the bucket that it collapses to, or not at all if nothing is left in it.
  private static func replace(_ slot: Int, of node: inout HAMTNode, with child: HAMTNode) {
    guard let entries = child.collapsed else {
      node.pointers[node.slots.rank(slot)] = .dirty(child)
      return
    }
    if entries.isEmpty { node.remove(at: slot) } else { node.pointers[node.slots.rank(slot)] = .bucket(entries) }
  }
}
