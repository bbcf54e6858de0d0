/// How the nodes of one map are reached: its store and its layout.
struct HAMTNodes<Store: Blockstore>: Sendable {
  let store: Store
  let configuration: HAMTConfiguration

  /// Reads a node.
  func load(_ cid: CID, depth: Int) throws(CollectionError) -> HAMTNode {
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
  func node(_ cid: CID, _ cache: NodeCache<HAMTNode>, depth: Int) throws(CollectionError) -> HAMTNode {
    try cache.get { () throws(CollectionError) in try load(cid, depth: depth) }
  }

  func path(of key: ByteView) throws(CollectionError) -> HAMTPath {
    HAMTPath(try configuration.keyHash.digest(key), bitWidth: configuration.bitWidth)
  }
}
