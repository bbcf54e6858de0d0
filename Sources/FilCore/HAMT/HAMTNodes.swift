/// How the nodes of one map are reached: its store and its layout.
///
/// The store is an existential here, so that the code below is compiled once and not again, slower, for every store.
struct HAMTNodes: Sendable {
  let store: any Blockstore
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
  func node(_ link: NodeLink<HAMTNode>, depth: Int) throws(CollectionError) -> HAMTNode {
    if let node = link.known { return node }
    let node = try load(link.cid, depth: depth)
    link.keep(node)
    return node
  }

  func path(of key: ByteView) throws(CollectionError) -> HAMTPath {
    HAMTPath(try configuration.keyHash.digest(key), bitWidth: configuration.bitWidth)
  }

  /// Requires that the digest of an entry's key leads through these slots, if they are far from the root.
  ///
  /// Whoever goes through all entries must ask this of each: otherwise a few blocks could pass for a map without end,
  /// one node standing in many places. Near the root keys may stand anywhere, as the network's own libraries have it.
  func check(_ entry: HAMTEntry, at slots: [Int]) throws(CollectionError) {
    guard slots.count * configuration.bitWidth > HAMTNodes.freeBits else { return }
    let path = try path(of: entry.key)
    for (depth, slot) in slots.enumerated() where path.slot(at: depth) != slot {
      throw CollectionError(.malformedNode, "key 0x\(entry.key.bytes.hex) stands where its digest does not lead")
    }
  }

  /// Slots of how many bits may hold keys that belong elsewhere.
  private static let freeBits = 20
}
