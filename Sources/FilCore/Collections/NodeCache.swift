internal import Synchronization

/// A node behind a link, once it was read or written: shared by all copies of a collection, never changed.
final class NodeCache<Node: Sendable>: Sendable {
  private let node: Mutex<Node?>

  init(_ node: Node? = nil) {
    self.node = Mutex(node)
  }

  /// The node; `load` reads it the first time.
  func get(_ load: () throws(CollectionError) -> Node) throws(CollectionError) -> Node {
    if let known = node.withLock({ $0 }) { return known }
    let loaded = try load()
    node.withLock { $0 = loaded }
    return loaded
  }
}
