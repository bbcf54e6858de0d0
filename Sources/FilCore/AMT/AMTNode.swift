/// What a taken slot of an inner node holds.
enum AMTPointer: Sendable {
  /// A node that is stored.
  case link(CID, NodeCache<AMTNode>)
  /// A node that was changed since.
  case dirty(AMTNode)

  /// What stands in a slot while its node is being changed.
  static let taken = AMTPointer.dirty(AMTNode())
}

/// A node of an AMT: which slots are taken, and what each of these holds, in order: values in a leaf, children above.
struct AMTNode: Sendable {
  var slots = BitSet256()
  var values: [ByteView] = []
  var children: [AMTPointer] = []

  var isEmpty: Bool { values.isEmpty && children.isEmpty }

  /// The only child if it stands in the first slot.
  var onlyFirstChild: AMTPointer? {
    children.count == 1 && slots.contains(0) ? children[0] : nil
  }

  mutating func insert(_ child: AMTPointer, at slot: Int) {
    children.insert(child, at: slots.rank(slot))
    slots.insert(slot)
  }

  mutating func insert(_ value: ByteView, at slot: Int) {
    values.insert(value, at: slots.rank(slot))
    slots.insert(slot)
  }

  mutating func removeChild(at slot: Int) {
    children.remove(at: slots.rank(slot))
    slots.remove(slot)
  }

  mutating func removeValue(at slot: Int) -> ByteView {
    defer { slots.remove(slot) }
    return values.remove(at: slots.rank(slot))
  }

  /// The node with links in the place of changed children, whose blocks are appended.
  func flushed(_ configuration: AMTConfiguration, into blocks: inout [Block]) -> AMTNode {
    var result = self
    for position in children.indices {
      guard case .dirty(let child) = children[position] else { continue }
      let written = child.flushed(configuration, into: &blocks)
      var encoder = CBOREncoder()
      written.encode(to: &encoder, configuration)
      let block = Block(dagCBOR: encoder.bytes)
      blocks.append(block)
      result.children[position] = .link(block.cid, NodeCache(written))
    }
    return result
  }
}
