/// Arranges leaves as they come in a tree with all of them at one depth.
struct UnixFSBalancedLayout<Store: Blockstore> {
  /// The parts of each level that have no parent yet, leaves first.
  private var levels: [[UnixFSPart]] = [[]]

  /// Takes a leaf, or a node at a level.
  mutating func add(
    _ part: UnixFSPart, level: Int = 0, _ writer: inout UnixFSBlockWriter<Store>
  ) throws(UnixFSError) {
    if level == levels.count { levels.append([]) }
    levels[level].append(part)
    guard levels[level].count == writer.options.maxLinks else { return }
    let parts = levels[level]
    levels[level] = []
    try add(try writer.inner(parts), level: level + 1, &writer)
  }

  /// The root; there must have been a leaf.
  mutating func finish(_ writer: inout UnixFSBlockWriter<Store>) throws(UnixFSError) -> UnixFSPart {
    var level = 0
    while true {
      let parts = levels[level]
      if level == levels.count - 1, parts.count == 1 { return parts[0] }
      levels[level] = []
      if !parts.isEmpty { try add(try writer.inner(parts), level: level + 1, &writer) }
      level += 1
    }
  }
}
