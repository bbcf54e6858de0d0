internal import FilCore

/// Complete subtrees from left to right, each at a level that is no higher than those before it: what is known of a
/// binary tree whose leaves come in order.
struct TreeStack: Sendable {
  private(set) var entries: [(level: Int, root: Bytes32)] = []

  /// The levels of all entries are below 2^58 nodes.
  static let maxLevel = 58

  /// Adds the next subtree. Before one that is higher than its left neighbour, zeros fill up.
  mutating func push(_ root: Bytes32, level: Int) {
    while let top = entries.last, top.level < level { pushSubtree(ZeroCommitments.roots[top.level], top.level) }
    pushSubtree(root, level)
  }

  /// Fills up with zeros until one subtree is left.
  mutating func fold() {
    while entries.count > 1, let top = entries.last { pushSubtree(ZeroCommitments.roots[top.level], top.level) }
  }

  /// The root of the tree of a level that starts with the entries and goes on with zeros.
  func root(level: Int) -> Bytes32 {
    var stack = self
    stack.fold()
    guard let single = stack.entries.first else { return ZeroCommitments.roots[level] }
    return (single.level..<max(level, single.level)).reduce(single.root) {
      SHATree.node($0, ZeroCommitments.roots[$1])
    }
  }

  private mutating func pushSubtree(_ root: Bytes32, _ level: Int) {
    var joined = (level: level, root: root)
    while let top = entries.last, top.level == joined.level {
      joined = (joined.level + 1, SHATree.node(top.root, joined.root))
      entries.removeLast()
    }
    entries.append(joined)
  }
}
