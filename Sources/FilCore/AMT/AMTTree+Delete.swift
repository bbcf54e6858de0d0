extension AMTTree {
  /// Removes an index and gives the value that it had; the tree shrinks to what is left.
  ///
  /// When this throws, the array is as before.
  mutating func delete(
    _ index: UInt64, _ nodes: AMTNodes
  ) throws(CollectionError) -> ByteView? {
    try AMTTree.check(index)
    guard index <= configuration.maxIndex(height: height) else { return nil }
    guard let old = try nodes.delete(index, height: height, in: &root) else { return nil }
    markChanged()
    if count > 0 { count -= 1 }
    do {
      try shrink(nodes)
    } catch {
      // All nodes on the way to the index are in memory, so putting the value back reads nothing and cannot fail.
      _ = try set(index, old, nodes)
      throw error
    }
    return old
  }

  /// Takes levels off the top while only the first child of the root is left.
  private mutating func shrink(_ nodes: AMTNodes) throws(CollectionError) {
    while height > 0, let only = root.onlyFirstChild {
      root = try nodes.child(only, height: height - 1)
      height -= 1
    }
    if root.isEmpty { height = 0 }
  }
}
