extension HAMTTree {
  /// A place in the order of a map's entries: slots rising, keys rising in a bucket.
  struct Cursor: Sendable {
    /// The nodes from the root down, each with the position of its next pointer.
    private var path: [(node: HAMTNode, position: Int)]
    /// The bucket that is being read, and the position of its next entry.
    private var bucket: [HAMTEntry] = []
    private var position = 0

    /// A cursor at the first entry.
    init(_ tree: HAMTTree) {
      path = [(tree.root, 0)]
    }

    /// A cursor at a key, or where it would stand.
    init(
      _ tree: HAMTTree, startingAt key: ByteView, _ nodes: HAMTNodes<some Blockstore>
    ) throws(CollectionError) {
      let slots = try nodes.path(of: key)
      path = [(tree.root, 0)]
      while true {
        let depth = path.count - 1
        let node = path[depth].node
        let slot = try slots.requireSlot(at: depth)
        let position = node.slots.rank(slot)
        path[depth].position = position
        guard node.slots.contains(slot) else { return }
        path[depth].position += 1
        guard let child = try enter(node.pointers[position], nodes) else {
          self.position = bucket.firstIndex { !($0.key < key) } ?? bucket.count
          return
        }
        path.append((child, 0))
      }
    }

    /// The child behind a pointer; a bucket is put up for reading instead.
    private mutating func enter(
      _ pointer: HAMTPointer, _ nodes: HAMTNodes<some Blockstore>
    ) throws(CollectionError) -> HAMTNode? {
      switch pointer {
      case .bucket(let entries):
        bucket = entries
        position = 0
        return nil
      case .link(let cid, let cache): return try nodes.node(cid, cache, depth: path.count)
      case .dirty(let child): return child
      }
    }

    /// The next entry.
    mutating func next(_ nodes: HAMTNodes<some Blockstore>) throws(CollectionError) -> HAMTEntry? {
      while position == bucket.count {
        guard let last = path.indices.last else { return nil }
        let (node, position) = path[last]
        guard position < node.pointers.count else {
          path.removeLast()
          continue
        }
        path[last].position += 1
        if let child = try enter(node.pointers[position], nodes) { path.append((child, 0)) }
      }
      defer { position += 1 }
      return bucket[position]
    }
  }
}
