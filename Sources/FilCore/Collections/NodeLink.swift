internal import Synchronization

/// A link to a stored node, with the node once it was read or written. All copies of a collection share it; the node never
/// changes.
final class NodeLink<Node: Sendable>: Sendable {
  let cid: CID
  private let node: Mutex<Node?>

  init(_ cid: CID, _ node: Node? = nil) {
    self.cid = cid
    self.node = Mutex(node)
  }

  /// The node, if it was read or written already.
  var known: Node? { node.withLock { $0 } }

  /// Keeps the node that was read.
  func keep(_ loaded: Node) { node.withLock { $0 = loaded } }
}
