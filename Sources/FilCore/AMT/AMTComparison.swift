/// How two AMTs are compared.
struct AMTComparison: TrieComparison {
  typealias Key = UInt64
  typealias Node = AMTNode

  /// How high a node stands above the leaves, and the index of its first slot.
  struct Place: Sendable {
    let height: Int
    let base: UInt64
  }

  let older: AMTNodes
  let newer: AMTNodes

  func slots(of node: AMTNode) -> BitSet256 { node.slots }

  func compare(
    _ slot: Int, _ left: AMTNode, _ right: AMTNode, at place: Place
  ) throws(CollectionError) -> TrieStep<AMTComparison> {
    let index = try older.configuration.firstIndex(of: slot, height: place.height, base: place.base)
    guard place.height > 0 else {
      let (before, after) = (left.value(at: slot), right.value(at: slot))
      return .changes(before == after ? [] : [EntryChange(key: index, before: before, after: after)])
    }
    let (before, after) = (left.child(at: slot), right.child(at: slot))
    if case (.link(let old), .link(let new)) = (before, after), old.cid == new.cid { return .changes([]) }
    let below = Place(height: place.height - 1, base: index)
    return .nodes(
      try older.node(behind: before, height: below.height), try newer.node(behind: after, height: below.height), below)
  }
}

extension AMTNode {
  fileprivate func value(at slot: Int) -> ByteView? {
    slots.contains(slot) ? values[slots.rank(slot)] : nil
  }

  fileprivate func child(at slot: Int) -> AMTPointer? {
    slots.contains(slot) ? children[slots.rank(slot)] : nil
  }
}

extension AMTNodes {
  /// The node at a height that a pointer leads to; an empty one if there is no pointer.
  fileprivate func node(behind pointer: AMTPointer?, height: Int) throws(CollectionError) -> AMTNode {
    guard let pointer else { return AMTNode() }
    return try child(pointer, height: height)
  }
}

extension AMTTree {
  /// The root as it would be at a height, which is at least the tree's.
  func root(raisedTo height: Int) -> AMTNode {
    var node = root
    guard !node.isEmpty else { return node }
    for _ in self.height..<height {
      var parent = AMTNode()
      parent.insert(.dirty(node), at: 0)
      node = parent
    }
    return node
  }
}
