extension KAMTNodes {
  /// Puts an entry below a node that begins at a bit; one that is there stays as it is unless `overwrite`.
  func set(
    _ entry: KAMTEntry, bit: Int, overwrite: Bool, in node: inout KAMTNode
  ) throws(CollectionError) -> CollectionChange {
    let slot = try slot(of: entry.key, at: bit)
    let below = bit + configuration.slotWidth(at: bit)
    guard node.slots.contains(slot) else {
      node.insert(try firstPointer(for: entry, bit: bit), at: slot)
      return .added
    }
    let position = node.slots.rank(slot)
    switch node.pointers[position] {
    case .bucket(let entries):
      return try set(entry, bit: below, overwrite: overwrite, in: entries, &node.pointers[position])
    case .link(let link, let skipped):
      let matched = agreement(skipped, with: entry.key, at: below)
      guard matched == skipped.count else {
        node.pointers[position] = fork(entry, bit: below, skipped, matched) { .link(link, $0) }
        return .added
      }
      var child = try self.node(link, bit: below + matched, parentBit: bit)
      let change = try set(entry, bit: below + matched, overwrite: overwrite, in: &child)
      if change.changed { node.pointers[position] = .dirty(child, skipped) }
      return change
    case .dirty(var child, let skipped):
      let matched = agreement(skipped, with: entry.key, at: below)
      guard matched == skipped.count else {
        node.pointers[position] = fork(entry, bit: below, skipped, matched) { .dirty(child, $0) }
        return .added
      }
      node.pointers[position] = .taken
      defer { node.pointers[position] = .dirty(child, skipped) }
      return try set(entry, bit: below + matched, overwrite: overwrite, in: &child)
    }
  }

  /// What a free slot of a node that begins at a bit holds for one entry: nodes on the levels that hold links only.
  private func firstPointer(for entry: KAMTEntry, bit: Int) throws(CollectionError) -> KAMTPointer {
    guard !configuration.holdsEntries(at: bit) else { return .bucket([entry]) }
    var child = KAMTNode()
    _ = try set(entry, bit: bit + configuration.bitWidth, overwrite: true, in: &child)
    return .dirty(child, KAMTBits())
  }

  /// The pointer to a new node where an entry leaves the bits that a link skips: it holds the entry and the old child.
  private func fork(
    _ entry: KAMTEntry, bit: Int, _ skipped: KAMTBits, _ matched: Int, _ child: (KAMTBits) -> KAMTPointer
  ) -> KAMTPointer {
    let width = configuration.bitWidth
    var node = KAMTNode()
    let rest = skipped.part(matched + width..<skipped.count)
    node.insert(child(rest), at: skipped.slot(matched..<matched + width))
    node.insert(.bucket([entry]), at: entry.key.slot(at: bit + matched, width: width))
    return .dirty(node, skipped.part(0..<matched))
  }

  private func set(
    _ entry: KAMTEntry, bit: Int, overwrite: Bool, in bucket: [KAMTEntry], _ pointer: inout KAMTPointer
  ) throws(CollectionError) -> CollectionChange {
    var entries = bucket
    if let index = entries.firstIndex(where: { $0.key == entry.key }) {
      let old = entries[index].value
      guard overwrite, old != entry.value else { return CollectionChange(old: old, changed: false) }
      entries[index] = entry
      pointer = .bucket(entries)
      return CollectionChange(old: old, changed: true)
    }
    entries.insert(entry, at: entries.firstIndex { entry.key < $0.key } ?? entries.count)
    pointer = entries.count <= configuration.bucketSize ? .bucket(entries) : try split(entries, bit: bit)
    return .added
  }

  /// The node that takes the place of a bucket that has grown too large, behind the bits that all keys share.
  private func split(_ entries: [KAMTEntry], bit: Int) throws(CollectionError) -> KAMTPointer {
    let end = commonEnd(of: entries, from: bit)
    var node = KAMTNode()
    for entry in entries { _ = try set(entry, bit: end, overwrite: true, in: &node) }
    return .dirty(node, entries.first.map { KAMTBits(of: $0.key, bit..<end) } ?? KAMTBits())
  }

  /// The bit where keys, which are the same before `bit`, first take different slots.
  private func commonEnd(of entries: [KAMTEntry], from bit: Int) -> Int {
    guard let first = entries.first?.key else { return bit }
    var end = bit
    while end < KAMTConfiguration.keyBits {
      let width = configuration.slotWidth(at: end)
      let slot = first.slot(at: end, width: width)
      guard entries.allSatisfy({ $0.key.slot(at: end, width: width) == slot }) else { break }
      end += width
    }
    return end
  }
}
