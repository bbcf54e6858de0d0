/// How the nodes of one array are reached: its store and its layout.
///
/// The store is an existential here, so that the code below is compiled once and not again, slower, for every store.
struct AMTNodes: Sendable {
  let store: any Blockstore
  let configuration: AMTConfiguration

  /// The node behind a link at a height.
  func node(_ link: NodeLink<AMTNode>, height: Int) throws(CollectionError) -> AMTNode {
    if let node = link.known { return node }
    let node = try load(link.cid, height: height)
    link.keep(node)
    return node
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
    case .link(let link): try node(link, height: height)
    case .dirty(let child): child
    }
  }
}
