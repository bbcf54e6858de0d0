extension KAMTTree {
  /// A place in the order of a map's entries, which is that of the keys.
  struct Cursor: Sendable {
    /// A node with the bit where it begins and the position of its next pointer.
    private struct Level: Sendable {
      let node: KAMTNode
      let bit: Int
      var position = 0
    }

    private var path: [Level]
    /// The bucket that is being read, and the position of its next entry.
    private var bucket: [KAMTEntry] = []
    private var position = 0
    /// The key of the entry before.
    private var last: Word256?

    /// A cursor at the first entry.
    init(_ tree: KAMTTree) {
      path = [Level(node: tree.root, bit: 0)]
    }

    /// A cursor at a key, or where it would stand.
    init(_ tree: KAMTTree, startingAt key: Word256, _ nodes: KAMTNodes) throws(CollectionError) {
      path = [Level(node: tree.root, bit: 0)]
      while let level = path.last {
        let slot = try nodes.slot(of: key, at: level.bit)
        let position = level.node.slots.rank(slot)
        path[path.count - 1].position = position
        guard level.node.slots.contains(slot) else { return }
        let pointer = level.node.pointers[position]
        let order = Cursor.order(of: pointer, key, bit: level.bit, nodes.configuration)
        if order > 0 { return }
        path[path.count - 1].position += 1
        if order < 0 { return }
        guard let child = try enter(pointer, from: level, nodes) else {
          self.position = bucket.firstIndex { !($0.key < key) } ?? bucket.count
          return
        }
        path.append(child)
      }
    }

    /// Whether the keys behind a pointer are all above a key (1), all below (-1), or neither, as far as the bits that
    /// the pointer skips tell.
    private static func order(
      of pointer: KAMTPointer, _ key: Word256, bit: Int, _ configuration: KAMTConfiguration
    ) -> Int {
      switch pointer {
      case .bucket: return 0
      case .link(_, let skipped), .dirty(_, let skipped):
        let start = bit + configuration.slotWidth(at: bit)
        let matched = skipped.agreement(with: key, at: start, step: configuration.bitWidth)
        guard matched < skipped.count else { return 0 }
        let width = configuration.bitWidth
        return skipped.slot(matched..<matched + width) > key.slot(at: start + matched, width: width) ? 1 : -1
      }
    }

    /// The child behind a pointer; a bucket is put up for reading instead.
    private mutating func enter(
      _ pointer: KAMTPointer, from level: Level, _ nodes: KAMTNodes
    ) throws(CollectionError) -> Level? {
      let below = level.bit + nodes.configuration.slotWidth(at: level.bit)
      switch pointer {
      case .bucket(let entries):
        bucket = entries
        position = 0
        return nil
      case .link(let link, let skipped):
        let bit = below + skipped.count
        return Level(node: try nodes.node(link, bit: bit, parentBit: level.bit), bit: bit)
      case .dirty(let child, let skipped): return Level(node: child, bit: below + skipped.count)
      }
    }

    /// The next entry.
    mutating func next(_ nodes: KAMTNodes) throws(CollectionError) -> KAMTEntry? {
      while position == bucket.count {
        guard let level = path.last else { return nil }
        guard level.position < level.node.pointers.count else {
          path.removeLast()
          continue
        }
        path[path.count - 1].position += 1
        if let child = try enter(level.node.pointers[level.position], from: level, nodes) { path.append(child) }
      }
      defer { position += 1 }
      return try risen(to: bucket[position])
    }

    /// Requires that an entry's key is above those before it: otherwise a few blocks could pass for a map without end, one
    /// node standing in many places.
    private mutating func risen(to entry: KAMTEntry) throws(CollectionError) -> KAMTEntry {
      if let last, !(last < entry.key) {
        throw CollectionError(.malformedNode, "KAMT key \(entry.key) after \(last)")
      }
      last = entry.key
      return entry
    }
  }
}
