/// A HAMT over canonical CBOR values, without the type of its values: the concrete code below `HAMT`.
struct HAMTTree: Sendable {
  private(set) var root = HAMTNode()
  /// The root's CID while nothing has changed since it was read or written.
  private var stored: CID?

  /// An empty map.
  init() {}

  init(root cid: CID, _ nodes: HAMTNodes<some Blockstore>) throws(CollectionError) {
    root = try nodes.load(cid, depth: 0)
    stored = cid
  }

  /// The value under a key.
  func value(for key: ByteView, _ nodes: HAMTNodes<some Blockstore>) throws(CollectionError) -> ByteView? {
    let path = try nodes.path(of: key)
    var node = root
    var depth = 0
    while true {
      let slot = try path.requireSlot(at: depth)
      guard node.slots.contains(slot) else { return nil }
      depth += 1
      switch node.pointers[node.slots.rank(slot)] {
      case .bucket(let entries): return entries.first { $0.key == key }?.value
      case .link(let cid, let cache): node = try nodes.node(cid, cache, depth: depth)
      case .dirty(let child): node = child
      }
    }
  }

  /// Puts an entry in the map; one that is there stays as it is unless `overwrite`.
  ///
  /// When this throws, the map is as before.
  mutating func set(
    _ entry: HAMTEntry, overwrite: Bool, _ nodes: HAMTNodes<some Blockstore>
  ) throws(CollectionError) -> CollectionChange {
    let path = try nodes.path(of: entry.key)
    let change = try nodes.set(entry, path, depth: 0, overwrite: overwrite, in: &root)
    if change.changed { stored = nil }
    return change
  }

  /// Removes a key and gives the value that it had; nodes that have become needless collapse.
  ///
  /// When this throws, the map is as before.
  mutating func delete(
    _ key: ByteView, _ nodes: HAMTNodes<some Blockstore>
  ) throws(CollectionError) -> ByteView? {
    let path = try nodes.path(of: key)
    let old = try nodes.delete(key, path, depth: 0, in: &root)
    if old != nil { stored = nil }
    return old
  }

  /// Writes the changed nodes in one batch, children before parents, and gives the root's CID.
  mutating func flush(_ nodes: HAMTNodes<some Blockstore>) throws(CollectionError) -> CID {
    if let stored { return stored }
    var blocks: [Block] = []
    let written = root.flushed(nodes.configuration.form, into: &blocks)
    let block = Block(dagCBOR: written.encoded(nodes.configuration.form))
    blocks.append(block)
    try nodes.store.putNodes(blocks)
    root = written
    stored = block.cid
    return block.cid
  }
}
