/// How two HAMTs are compared.
struct HAMTComparison: TrieComparison {
  typealias Key = ByteView
  typealias Node = HAMTNode

  /// The slots that lead to a node from the root.
  struct Place: Sendable {
    var slots: [Int] = []
  }

  let older: HAMTNodes
  let newer: HAMTNodes

  func slots(of node: HAMTNode) -> BitSet256 { node.slots }

  func compare(
    _ slot: Int, _ left: HAMTNode, _ right: HAMTNode, at place: Place
  ) throws(CollectionError) -> TrieStep<HAMTComparison> {
    let (before, after) = (left.pointer(at: slot), right.pointer(at: slot))
    switch (before, after) {
    case (.bucket(let old), .bucket(let new)):
      for entry in old { try older.check(entry, at: place.slots + [slot]) }
      for entry in new { try newer.check(entry, at: place.slots + [slot]) }
      return .changes(changes(from: old, to: new, key: { $0.key }, value: { $0.value }))
    case (.link(let old), .link(let new)) where old.cid == new.cid: return .changes([])
    default:
      let below = Place(slots: place.slots + [slot])
      let depth = below.slots.count
      return .nodes(
        try older.node(behind: before, depth: depth), try newer.node(behind: after, depth: depth), below)
    }
  }
}

extension HAMTNode {
  /// What a slot holds: a bucket without entries if it is free.
  fileprivate func pointer(at slot: Int) -> HAMTPointer {
    slots.contains(slot) ? pointers[slots.rank(slot)] : .bucket([])
  }
}

extension HAMTNodes {
  /// What a pointer holds as a node at a level; a bucket is spread out in one.
  fileprivate func node(behind pointer: HAMTPointer, depth: Int) throws(CollectionError) -> HAMTNode {
    switch pointer {
    case .link(let link): return try node(link, depth: depth)
    case .dirty(let child): return child
    case .bucket(let entries):
      var buckets: [Int: [HAMTEntry]] = [:]
      for entry in entries { buckets[try path(of: entry.key).requireSlot(at: depth), default: []].append(entry) }
      var node = HAMTNode()
      for (slot, entries) in buckets { node.insert(.bucket(entries), at: slot) }
      return node
    }
  }
}
