extension AMTTree {
  /// Puts a value at an index and gives the one that it replaces.
  ///
  /// When this throws, the array is as before.
  mutating func set(
    _ index: UInt64, _ value: ByteView, _ nodes: AMTNodes<some Blockstore>
  ) throws(CollectionError) -> CollectionChange {
    try AMTTree.check(index)
    while index > configuration.maxIndex(height: height) { grow() }
    let change = try nodes.set(index, value, height: height, in: &root)
    if change.changed { markChanged() }
    if change.old == nil, count < .max { count += 1 }
    return change
  }

  /// Puts a level on top.
  private mutating func grow() {
    markChanged()
    height += 1
    guard !root.isEmpty else { return }
    var top = AMTNode()
    top.insert(.dirty(root), at: 0)
    root = top
  }

  /// A tree over the values in order, from index 0 on, built leaf by leaf.
  init(_ configuration: AMTConfiguration, values: [ByteView]) {
    self.init(configuration)
    guard !values.isEmpty else { return }
    count = UInt64(values.count)
    var level = AMTTree.chunks(of: values, configuration.width).map { chunk in
      AMTNode(slots: AMTTree.firstSlots(chunk.count), values: Array(chunk))
    }
    while level.count > 1 {
      height += 1
      level = AMTTree.chunks(of: level, configuration.width).map { chunk in
        AMTNode(slots: AMTTree.firstSlots(chunk.count), children: chunk.map { .dirty($0) })
      }
    }
    root = level[0]
  }

  private static func chunks<T>(of list: [T], _ size: Int) -> [ArraySlice<T>] {
    stride(from: 0, to: list.count, by: size).map { list[$0..<min($0 + size, list.count)] }
  }

  private static func firstSlots(_ count: Int) -> BitSet256 {
    var slots = BitSet256()
    for slot in 0..<count { slots.insert(slot) }
    return slots
  }
}
