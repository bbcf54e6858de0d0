/// A KAMT over canonical CBOR values, without the type of its values: the concrete code below `KAMT`.
struct KAMTTree: Sendable {
  private(set) var root = KAMTNode()
  /// The root's CID while nothing has changed since it was read or written.
  private var stored: CID?

  /// An empty map.
  init() {}

  init(root cid: CID, _ nodes: KAMTNodes) throws(CollectionError) {
    root = try nodes.load(cid, bit: 0, parentBit: nil)
    stored = cid
  }

  /// The value under a key.
  func value(for key: Word256, _ nodes: KAMTNodes) throws(CollectionError) -> ByteView? {
    var node = root
    var bit = 0
    while true {
      let slot = try nodes.slot(of: key, at: bit)
      guard node.slots.contains(slot) else { return nil }
      let parentBit = bit
      bit += nodes.configuration.slotWidth(at: bit)
      switch node.pointers[node.slots.rank(slot)] {
      case .bucket(let entries): return entries.first { $0.key == key }?.value
      case .link(let link, let skipped):
        guard nodes.agreement(skipped, with: key, at: bit) == skipped.count else { return nil }
        bit += skipped.count
        node = try nodes.node(link, bit: bit, parentBit: parentBit)
      case .dirty(let child, let skipped):
        guard nodes.agreement(skipped, with: key, at: bit) == skipped.count else { return nil }
        bit += skipped.count
        node = child
      }
    }
  }

  /// Puts an entry in the map; one that is there stays as it is unless `overwrite`.
  ///
  /// When this throws, the map is as before.
  mutating func set(
    _ entry: KAMTEntry, overwrite: Bool, _ nodes: KAMTNodes
  ) throws(CollectionError) -> CollectionChange {
    let change = try nodes.set(entry, bit: 0, overwrite: overwrite, in: &root)
    if change.changed { stored = nil }
    return change
  }

  /// Removes a key and gives the value that it had; nodes that have become needless collapse.
  ///
  /// When this throws, the map is as before.
  mutating func delete(_ key: Word256, _ nodes: KAMTNodes) throws(CollectionError) -> ByteView? {
    let old = try nodes.delete(key, bit: 0, in: &root)
    if old != nil { stored = nil }
    return old
  }

  /// Writes the changed nodes in one batch, children before parents, and gives the root's CID.
  mutating func flush(_ nodes: KAMTNodes) throws(CollectionError) -> CID {
    if let stored { return stored }
    var blocks: [Block] = []
    let written = root.flushed(into: &blocks)
    let block = Block(dagCBOR: written.encoded)
    blocks.append(block)
    try nodes.store.putNodes(blocks)
    root = written
    stored = block.cid
    return block.cid
  }
}
