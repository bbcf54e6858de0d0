extension HAMTNodes {
  /// Puts an entry below a node; one that is there stays as it is unless `overwrite`.
  func set(
    _ entry: HAMTEntry, _ path: HAMTPath, depth: Int, overwrite: Bool, in node: inout HAMTNode
  ) throws(CollectionError) -> CollectionChange {
    let slot = try path.requireSlot(at: depth)
    guard node.slots.contains(slot) else {
      node.insert(.bucket([entry]), at: slot)
      return .added
    }
    let position = node.slots.rank(slot)
    switch node.pointers[position] {
    case .bucket(let entries):
      return try set(entry, depth: depth, overwrite: overwrite, in: entries, &node.pointers[position])
    case .link(let cid, let cache):
      var child = try self.node(cid, cache, depth: depth + 1)
      let change = try set(entry, path, depth: depth + 1, overwrite: overwrite, in: &child)
      if change.changed { node.pointers[position] = .dirty(child) }
      return change
    case .dirty(var child):
      node.pointers[position] = .taken
      defer { node.pointers[position] = .dirty(child) }
      return try set(entry, path, depth: depth + 1, overwrite: overwrite, in: &child)
    }
  }

  private func set(
    _ entry: HAMTEntry, depth: Int, overwrite: Bool, in bucket: [HAMTEntry], _ pointer: inout HAMTPointer
  ) throws(CollectionError) -> CollectionChange {
    var entries = bucket
    if let index = entries.firstIndex(where: { $0.key == entry.key }) {
      let old = entries[index].value
      guard overwrite, old != entry.value else { return CollectionChange(old: old, changed: false) }
      entries[index].value = entry.value
      pointer = .bucket(entries)
      return CollectionChange(old: old, changed: true)
    }
    entries.insert(entry, at: entries.firstIndex { entry.key < $0.key } ?? entries.count)
    let fits = entries.count <= HAMTConfiguration.bucketSize
    pointer = fits ? .bucket(entries) : .dirty(try split(entries, depth: depth + 1))
    return .added
  }

  /// The node that takes the place of a bucket that has grown too large.
  private func split(_ entries: [HAMTEntry], depth: Int) throws(CollectionError) -> HAMTNode {
    var node = HAMTNode()
    for entry in entries {
      _ = try set(entry, try path(of: entry.key), depth: depth, overwrite: true, in: &node)
    }
    return node
  }
}
