extension HAMTTree {
  /// Removes a key and gives the value that it had; nodes that have become needless collapse.
  ///
  /// When this throws, the map is as before.
  mutating func delete(_ key: ByteView, in store: some Blockstore) throws(CollectionError) -> ByteView? {
    let path = try path(of: key)
    let old = try delete(key, path, depth: 0, in: &root, store)
    if old != nil { markChanged() }
    return old
  }

  private func delete(
    _ key: ByteView, _ path: HAMTPath, depth: Int, in node: inout HAMTNode, _ store: some Blockstore
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
      var child = try self.node(cid, cache, in: store, depth: depth + 1)
      let old = try delete(key, path, depth: depth + 1, in: &child, store)
      if old != nil { HAMTTree.replace(slot, of: &node, with: child) }
      return old
    case .dirty(var child):
      node.pointers[position] = .taken
      var old: ByteView?
      defer {
        if old == nil { node.pointers[position] = .dirty(child) } else { HAMTTree.replace(slot, of: &node, with: child) }
      }
      old = try delete(key, path, depth: depth + 1, in: &child, store)
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
