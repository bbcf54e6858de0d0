/// How the nodes of one array are reached: its store and its layout.
struct AMTNodes<Store: Blockstore>: Sendable {
  let store: Store
  let configuration: AMTConfiguration

  /// The node behind a link at a height.
  func node(_ cid: CID, _ cache: NodeCache<AMTNode>, height: Int) throws(CollectionError) -> AMTNode {
    try cache.get { () throws(CollectionError) in try load(cid, height: height) }
  }

  private func load(_ cid: CID, height: Int) throws(CollectionError) -> AMTNode {
    let block = try store.nodeBytes(cid)
    let node: AMTNode
    do throws(CBORError) {
      var decoder = CBORDecoder(block)
      node = try AMTNode(from: &decoder, block, configuration, height: height)
      try decoder.finish()
    } catch {
      throw CollectionError(.malformedNode, "AMT node \(cid) at height \(height)", cause: error)
    }
    guard !node.isEmpty else { throw CollectionError(.malformedNode, "empty AMT node \(cid)") }
    return node
  }

  /// The node at a height that a pointer leads to.
  func child(_ pointer: AMTPointer, height: Int) throws(CollectionError) -> AMTNode {
    switch pointer {
    case .link(let cid, let cache): try node(cid, cache, height: height)
    case .dirty(let child): child
    }
  }
}
