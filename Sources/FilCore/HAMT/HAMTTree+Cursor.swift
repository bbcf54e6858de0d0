extension HAMTTree {
  /// A place in the order of a map's entries: slots rising, keys rising in a bucket.
  struct Cursor: Sendable {
    /// A node with the next slot to look at.
    private struct Level: Sendable {
      let node: HAMTNode
      var slot = 0
    }

    private var path: [Level]
    /// The bucket that is being read, and the position of its next entry.
    private var bucket: [HAMTEntry] = []
    private var position = 0

    /// A cursor at the first entry.
    init(_ tree: HAMTTree) {
      path = [Level(node: tree.root)]
    }

    /// A cursor at a key, or where it would stand.
    init(
      _ tree: HAMTTree, startingAt key: ByteView, _ nodes: HAMTNodes
    ) throws(CollectionError) {
      let slots = try nodes.path(of: key)
      path = []
      var node = tree.root
      while true {
        let slot = try slots.requireSlot(at: path.count)
        path.append(Level(node: node, slot: slot))
        guard node.slots.contains(slot) else { return }
        guard let child = try enter(slot, nodes) else {
          position = bucket.firstIndex { !($0.key < key) } ?? bucket.count
          return
        }
        node = child
      }
    }

    /// Moves behind a taken slot of the last node and gives the child in it; a bucket is put up for reading instead.
    private mutating func enter(_ slot: Int, _ nodes: HAMTNodes) throws(CollectionError) -> HAMTNode? {
      let node = path[path.count - 1].node
      path[path.count - 1].slot = slot + 1
      switch node.pointers[node.slots.rank(slot)] {
      case .bucket(let entries):
        let slots = path.map { $0.slot - 1 }
        for entry in entries { try nodes.check(entry, at: slots) }
        bucket = entries
        position = 0
        return nil
      case .link(let link): return try nodes.node(link, depth: path.count)
      case .dirty(let child): return child
      }
    }

    /// The next entry.
    mutating func next(_ nodes: HAMTNodes) throws(CollectionError) -> HAMTEntry? {
      while position == bucket.count {
        guard let level = path.last else { return nil }
        guard let slot = level.node.slots.next(atLeast: level.slot) else {
          path.removeLast()
          continue
        }
        if let child = try enter(slot, nodes) { path.append(Level(node: child)) }
      }
      defer { position += 1 }
      return bucket[position]
    }
  }
}
