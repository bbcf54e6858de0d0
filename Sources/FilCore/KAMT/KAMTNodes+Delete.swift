extension KAMTNodes {
  /// Removes a key below a node that begins at a bit and gives the value that it had.
  func delete(_ key: Word256, bit: Int, in node: inout KAMTNode) throws(CollectionError) -> ByteView? {
    let slot = try slot(of: key, at: bit)
    guard node.slots.contains(slot) else { return nil }
    let position = node.slots.rank(slot)
    let below = bit + configuration.slotWidth(at: bit)
    switch node.pointers[position] {
    case .bucket(var entries):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let old = entries.remove(at: index).value
      if entries.isEmpty { node.remove(at: slot) } else { node.pointers[position] = .bucket(entries) }
      return old
    case .link(let link, let skipped):
      guard agreement(skipped, with: key, at: below) == skipped.count else { return nil }
      var child = try self.node(link, bit: below + skipped.count, parentBit: bit)
      let old = try delete(key, bit: below + skipped.count, in: &child)
      if old != nil { replace(slot, of: &node, bit: bit, with: child, skipped) }
      return old
    case .dirty(var child, let skipped):
      guard agreement(skipped, with: key, at: below) == skipped.count else { return nil }
      node.pointers[position] = .taken
      var old: ByteView?
      defer {
        if old == nil {
          node.pointers[position] = .dirty(child, skipped)
        } else {
          replace(slot, of: &node, bit: bit, with: child, skipped)
        }
      }
      old = try delete(key, bit: below + skipped.count, in: &child)
      return old
    }
  }

  /// Puts a child in its slot: as a node, as what it collapses to, or not at all if nothing is left in it.
  private func replace(_ slot: Int, of node: inout KAMTNode, bit: Int, with child: KAMTNode, _ skipped: KAMTBits) {
    if child.isEmpty {
      node.remove(at: slot)
    } else {
      node.pointers[node.slots.rank(slot)] =
        configuration.holdsEntries(at: bit) ? pointer(to: child, skipped) : .dirty(child, skipped)
    }
  }

  /// The pointer to a child: to its only child if it has no other, to its entries if they fit in a bucket.
  private func pointer(to child: KAMTNode, _ skipped: KAMTBits) -> KAMTPointer {
    if let entries = child.collapsed(configuration) { return .bucket(entries) }
    guard child.pointers.count == 1, let only = child.pointers.first, let slot = child.slots.next(atLeast: 0)
    else { return .dirty(child, skipped) }
    var joined = skipped
    joined.append(slot: slot, width: configuration.bitWidth)
    switch only {
    case .bucket: return only
    case .link(let link, let rest):
      joined.append(rest)
      return .link(link, joined)
    case .dirty(let grandchild, let rest):
      joined.append(rest)
      return .dirty(grandchild, joined)
    }
  }
}
