/// How two KAMTs are compared.
struct KAMTComparison: TrieComparison {
  typealias Key = Word256
  typealias Node = KAMTNode

  /// The bits that lead to a node from the root, and how many of them lead to the one above it.
  struct Place: Sendable {
    var path = KAMTBits()
    var parentBit = 0

    /// The bit where the node begins.
    var bit: Int { path.count }

    /// The place right below a slot.
    func below(_ slot: Int, _ configuration: KAMTConfiguration) -> Place {
      var path = path
      path.append(slot: slot, width: configuration.slotWidth(at: bit))
      return Place(path: path, parentBit: bit)
    }
  }

  let older: KAMTNodes
  let newer: KAMTNodes

  func slots(of node: KAMTNode) -> BitSet256 { node.slots }

  func compare(
    _ slot: Int, _ left: KAMTNode, _ right: KAMTNode, at place: Place
  ) throws(CollectionError) -> TrieStep<KAMTComparison> {
    let (before, after) = (left.pointer(at: slot), right.pointer(at: slot))
    let below = place.below(slot, older.configuration)
    switch (before, after) {
    case (.bucket(let old), .bucket(let new)):
      for entry in old + new { try KAMTComparison.check(entry, at: below) }
      return .changes(changes(from: old, to: new, key: { $0.key }, value: { $0.value }))
    case (.link(let old, let oldBits), .link(let new, let newBits)) where old.cid == new.cid && oldBits == newBits:
      return .changes([])
    default: return .nodes(try older.node(behind: before, at: below), try newer.node(behind: after, at: below), below)
    }
  }

  /// Requires that an entry's key leads to where it stands, so that no node stands in many places.
  private static func check(_ entry: KAMTEntry, at place: Place) throws(CollectionError) {
    guard place.path.agreement(with: entry.key, at: 0, step: 1) == place.path.count else {
      throw CollectionError(.malformedNode, "KAMT key \(entry.key) stands in another's place")
    }
  }
}

extension KAMTNode {
  /// What a slot holds: a bucket without entries if it is free.
  fileprivate func pointer(at slot: Int) -> KAMTPointer {
    slots.contains(slot) ? pointers[slots.rank(slot)] : .bucket([])
  }
}

extension KAMTNodes {
  /// What a pointer holds as a node that begins right below it: a bucket is spread out in one, and a link that skips
  /// bits skips one level fewer there.
  fileprivate func node(
    behind pointer: KAMTPointer, at place: KAMTComparison.Place
  ) throws(CollectionError) -> KAMTNode {
    switch pointer {
    case .link(let link, let skipped) where skipped.count == 0:
      return try node(link, bit: place.bit, parentBit: place.parentBit)
    case .dirty(let child, let skipped) where skipped.count == 0: return child
    case .link(let link, let skipped): return level(above: skipped) { .link(link, $0) }
    case .dirty(let child, let skipped): return level(above: skipped) { .dirty(child, $0) }
    case .bucket(let entries):
      var buckets: [Int: [KAMTEntry]] = [:]
      for entry in entries { buckets[try slot(of: entry.key, at: place.bit), default: []].append(entry) }
      var node = KAMTNode()
      for (slot, entries) in buckets { node.insert(.bucket(entries), at: slot) }
      return node
    }
  }

  /// The node that would stand on the first level that a pointer skips.
  private func level(above skipped: KAMTBits, _ pointer: (KAMTBits) -> KAMTPointer) -> KAMTNode {
    var node = KAMTNode()
    let width = configuration.bitWidth
    node.insert(pointer(skipped.part(width..<skipped.count)), at: skipped.slot(0..<width))
    return node
  }
}
