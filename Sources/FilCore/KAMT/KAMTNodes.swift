/// How the nodes of one map are reached: its store and its layout.
///
/// The store is an existential here, so that the code below is compiled once and not again, slower, for every store.
struct KAMTNodes: Sendable {
  let store: any Blockstore
  let configuration: KAMTConfiguration

  /// Reads a node.
  func load(_ cid: CID, bit: Int, parentBit: Int?) throws(CollectionError) -> KAMTNode {
    let bytes = try store.nodeBytes(cid)
    do {
      return try KAMTNode(decoding: bytes, configuration, bit: bit, parentBit: parentBit)
    } catch {
      throw CollectionError(error.code, "\(cid): \(error.detail)", cause: error.cause)
    }
  }

  /// The node behind a link.
  func node(_ link: NodeLink<KAMTNode>, bit: Int, parentBit: Int) throws(CollectionError) -> KAMTNode {
    if let node = link.known { return node }
    let node = try load(link.cid, bit: bit, parentBit: parentBit)
    link.keep(node)
    return node
  }

  /// The slot of a key in a node that begins at a bit.
  func slot(of key: Word256, at bit: Int) throws(CollectionError) -> Int {
    guard bit < KAMTConfiguration.keyBits else {
      throw CollectionError(.maxDepth, "a node below the last bit of \(key)")
    }
    return key.slot(at: bit, width: configuration.slotWidth(at: bit))
  }

  /// How many of the skipped bits a key has.
  func agreement(_ skipped: KAMTBits, with key: Word256, at bit: Int) -> Int {
    skipped.agreement(with: key, at: bit, step: configuration.bitWidth)
  }
}
