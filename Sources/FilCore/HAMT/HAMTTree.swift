/// A HAMT over canonical CBOR values, without the type of its values: the concrete code below `HAMT`.
struct HAMTTree: Sendable {
  let configuration: HAMTConfiguration
  var root: HAMTNode
  /// The root's CID while nothing has changed since it was read or written.
  private var stored: CID?

  init(_ configuration: HAMTConfiguration) {
    self.configuration = configuration
    root = HAMTNode()
  }

  init(root cid: CID, in store: some Blockstore, _ configuration: HAMTConfiguration) throws(CollectionError) {
    self.configuration = configuration
    root = try HAMTTree.load(cid, in: store, configuration, depth: 0)
    stored = cid
  }

  private static func load(
    _ cid: CID, in store: some Blockstore, _ configuration: HAMTConfiguration, depth: Int
  ) throws(CollectionError) -> HAMTNode {
    guard depth < configuration.maxDepth else {
      throw CollectionError(.maxDepth, "\(cid) at level \(depth)")
    }
    let bytes = try store.nodeBytes(cid)
    do {
      return try HAMTNode(decoding: bytes, configuration, depth: depth)
    } catch {
      throw CollectionError(error.code, "\(cid): \(error.detail)", cause: error.cause)
    }
  }

  /// The node behind a link at a level.
  func node(
    _ cid: CID, _ cache: NodeCache<HAMTNode>, in store: some Blockstore, depth: Int
  ) throws(CollectionError) -> HAMTNode {
    try cache.get { () throws(CollectionError) in
      try HAMTTree.load(cid, in: store, configuration, depth: depth)
    }
  }

  func path(of key: ByteView) throws(CollectionError) -> HAMTPath {
    HAMTPath(try configuration.keyHash.digest(key), bitWidth: configuration.bitWidth)
  }

  /// The value under a key.
  func value(for key: ByteView, in store: some Blockstore) throws(CollectionError) -> ByteView? {
    let path = try path(of: key)
    var node = root
    var depth = 0
    while true {
      let slot = try path.requireSlot(at: depth)
      guard node.slots.contains(slot) else { return nil }
      depth += 1
      switch node.pointers[node.slots.rank(slot)] {
      case .bucket(let entries): return entries.first { $0.key == key }?.value
      case .link(let cid, let cache): node = try self.node(cid, cache, in: store, depth: depth)
      case .dirty(let child): node = child
      }
    }
  }

  /// Writes the changed nodes in one batch, children before parents, and gives the root's CID.
  mutating func flush(to store: some Blockstore) throws(CollectionError) -> CID {
    if let stored { return stored }
    var blocks: [Block] = []
    let written = flushed(root, into: &blocks)
    let block = Block(dagCBOR: written.encoded(configuration.form))
    blocks.append(block)
    try store.putNodes(blocks)
    root = written
    stored = block.cid
    return block.cid
  }

  /// A node with links in the place of changed children, whose blocks are appended.
  private func flushed(_ node: HAMTNode, into blocks: inout [Block]) -> HAMTNode {
    var result = node
    for position in node.pointers.indices {
      guard case .dirty(let child) = node.pointers[position] else { continue }
      let written = flushed(child, into: &blocks)
      let block = Block(dagCBOR: written.encoded(configuration.form))
      blocks.append(block)
      result.pointers[position] = .link(block.cid, NodeCache(written))
    }
    return result
  }

  /// Forgets the root's CID: something is about to change.
  mutating func markChanged() { stored = nil }
}
