/// A node of a HAMT: which slots are taken, and what each of these holds, in order.
struct HAMTNode: Sendable {
  var slots = BitSet256()
  var pointers: [HAMTPointer] = []

  var isEmpty: Bool { pointers.isEmpty }

  /// Takes a free slot.
  mutating func insert(_ pointer: HAMTPointer, at slot: Int) {
    pointers.insert(pointer, at: slots.rank(slot))
    slots.insert(slot)
  }

  /// Frees a slot.
  mutating func remove(at slot: Int) {
    pointers.remove(at: slots.rank(slot))
    slots.remove(slot)
  }

  /// The entries if they are few enough for the slot above and all stand in this node: such a node must not be.
  ///
  /// A child is collapsed like this when a deletion has left it so, which keeps the form of a map canonical.
  var collapsed: [HAMTEntry]? {
    guard pointers.count <= HAMTConfiguration.bucketSize else { return nil }
    var all: [HAMTEntry] = []
    for pointer in pointers {
      guard case .bucket(let entries) = pointer, all.count + entries.count <= HAMTConfiguration.bucketSize
      else { return nil }
      all += entries
    }
    return all.sorted { $0.key < $1.key }
  }

  /// The node with links in the place of changed children, whose blocks are appended.
  func flushed(_ form: HAMTConfiguration.Form, into blocks: inout [Block]) -> HAMTNode {
    var result = self
    for position in pointers.indices {
      guard case .dirty(let child) = pointers[position] else { continue }
      let written = child.flushed(form, into: &blocks)
      let block = Block(dagCBOR: written.encoded(form))
      blocks.append(block)
      result.pointers[position] = .link(block.cid, NodeCache(written))
    }
    return result
  }
}
