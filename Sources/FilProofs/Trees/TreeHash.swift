internal import FilCore

/// What the nodes of a Merkle tree are.
enum TreeHash: Hashable, Sendable {
  /// SHA-256 with two bits cleared: binary trees over data.
  case sha256
  /// Poseidon over the scalar field: trees over columns and replicas.
  case poseidon

  /// The node above others; `nil` if one of them cannot be in the tree.
  func node(_ children: [Bytes32]) -> Bytes32? {
    switch self {
    case .sha256:
      children.count == 2 && children.allSatisfy { $0[31] < 0x40 } ? SHATree.node(children[0], children[1]) : nil
    case .poseidon: PoseidonTree.node(children)
    }
  }

  /// The row above a row; `nil` if a node cannot be in the tree.
  func row(above row: [UInt8], arity: Int) -> [UInt8]? {
    switch self {
    case .sha256: SHATree.row(above: row)
    case .poseidon: PoseidonTree.row(above: row, arity: arity)
    }
  }
}
