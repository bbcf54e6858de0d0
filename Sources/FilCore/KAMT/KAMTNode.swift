/// A node of a KAMT: which slots are taken, and what each of these holds, in order.
struct KAMTNode: Sendable {
  var slots = BitSet256()
  var pointers: [KAMTPointer] = []

  var isEmpty: Bool { pointers.isEmpty }

  /// Takes a free slot.
  mutating func insert(_ pointer: KAMTPointer, at slot: Int) {
    pointers.insert(pointer, at: slots.rank(slot))
    slots.insert(slot)
  }

  /// Frees a slot.
  mutating func remove(at slot: Int) {
    pointers.remove(at: slots.rank(slot))
    slots.remove(slot)
  }

  /// The entries if they all stand in this node and one bucket holds them: such a node must not be.
  func collapsed(_ configuration: KAMTConfiguration) -> [KAMTEntry]? {
    guard pointers.count <= configuration.bucketSize else { return nil }
    var all: [KAMTEntry] = []
    for pointer in pointers {
      guard case .bucket(let entries) = pointer, all.count + entries.count <= configuration.bucketSize
      else { return nil }
      all += entries
    }
    return all.sorted { $0.key < $1.key }
  }

  /// The node with links in the place of changed children, whose blocks are appended.
  func flushed(into blocks: inout [Block]) -> KAMTNode {
    var result = self
    for position in pointers.indices {
      guard case .dirty(let child, let skipped) = pointers[position] else { continue }
      let written = child.flushed(into: &blocks)
      let block = Block(dagCBOR: written.encoded)
      blocks.append(block)
      result.pointers[position] = .link(NodeLink(block.cid, written), skipped)
    }
    return result
  }
}
