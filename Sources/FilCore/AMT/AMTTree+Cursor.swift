extension AMTTree {
  /// A place in the rising order of an array's indices.
  struct Cursor: Sendable {
    /// A node with the index of its first slot, and the next slot to look at.
    private struct Level: Sendable {
      let node: AMTNode
      let height: Int
      let base: UInt64
      var slot: Int
    }

    private var path: [Level]

    /// A cursor at the first index that is at least `start`.
    init(_ tree: AMTTree, from start: UInt64, _ nodes: AMTNodes) throws(CollectionError) {
      path = []
      guard start <= nodes.configuration.maxIndex(height: tree.height) else { return }
      var level = Level(node: tree.root, height: tree.height, base: 0, slot: 0)
      while true {
        level.slot = nodes.configuration.slot(of: start, height: level.height)
        path.append(level)
        guard level.height > 0, level.node.slots.contains(level.slot) else { return }
        path[path.count - 1].slot += 1
        level = try Cursor.child(of: level, nodes)
      }
    }

    /// The child in a level's slot.
    private static func child(
      of level: Level, _ nodes: AMTNodes
    ) throws(CollectionError) -> Level {
      let pointer = level.node.children[level.node.slots.rank(level.slot)]
      let node = try nodes.child(pointer, height: level.height - 1)
      let base = try nodes.configuration.firstIndex(of: level.slot, height: level.height, base: level.base)
      return Level(node: node, height: level.height - 1, base: base, slot: 0)
    }

    /// The next element.
    mutating func next(
      _ nodes: AMTNodes
    ) throws(CollectionError) -> (index: UInt64, value: ByteView)? {
      while var level = path.popLast() {
        guard let slot = level.node.slots.next(atLeast: level.slot) else { continue }
        level.slot = slot + 1
        path.append(level)
        if level.height == 0 {
          let index = try nodes.configuration.firstIndex(of: slot, height: 0, base: level.base)
          return (index, level.node.values[level.node.slots.rank(slot)])
        }
        level.slot = slot
        path.append(try Cursor.child(of: level, nodes))
      }
      return nil
    }
  }
}
