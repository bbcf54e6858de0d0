extension AMTTree {
  /// Removes an index and gives the value that it had; the tree shrinks to what is left.
  ///
  /// When this throws, the array is as before.
  mutating func delete(
    _ index: UInt64, _ nodes: AMTNodes<some Blockstore>
  ) throws(CollectionError) -> ByteView? {
    try AMTTree.check(index)
    guard index <= configuration.maxIndex(height: height) else { return nil }
    var shrunk = self
    guard let old = try nodes.delete(index, height: height, in: &shrunk.root) else { return nil }
    shrunk.markChanged()
    if shrunk.count > 0 { shrunk.count -= 1 }
    try shrunk.shrink(nodes)
    self = shrunk
    return old
  }

  /// Takes levels off the top while only the first child of the root is left.
  private mutating func shrink(_ nodes: AMTNodes<some Blockstore>) throws(CollectionError) {
    while height > 0, let only = root.onlyFirstChild {
      root = try nodes.child(only, height: height - 1)
      height -= 1
    }
    if root.isEmpty { height = 0 }
  }
}
