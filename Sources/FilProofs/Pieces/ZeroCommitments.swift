public import FilCore

/// The roots of trees over zeros.
public enum ZeroCommitments {
  /// By level: a zero node, then the root over two, four, ... nodes; 64 levels are more than 64 bits of bytes need.
  static let roots: [Bytes32] = (1..<60).reduce(into: [.zero]) { roots, level in
    roots.append(SHATree.node(roots[level - 1], roots[level - 1]))
  }

  /// The root over `size` zero bytes.
  ///
  /// - Parameter size: A power of two of 32 or more, after padding.
  /// - Returns: The root.
  public static func root(ofPadded size: UInt64) -> Bytes32 {
    precondition(size >= 32 && size.nonzeroBitCount == 1, "a tree over \(size) bytes")
    return roots[size.trailingZeroBitCount - 5]
  }
}
