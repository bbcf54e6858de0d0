internal import FilCore

/// The commitments to data that is all zeros.
enum ZeroCommitments {
  /// The root of the tree over a sector of zeros: each level hashes two of the one below.
  static func sector(_ size: SectorSize) -> Bytes32 {
    var node = Bytes32.zero
    var nodes = size.nodeCount
    while nodes > 1 {
      node = SHA256.hash(node.bytes + node.bytes)
      node[31] &= 0x3f
      nodes /= 2
    }
    return node
  }
}
