internal import FilCore
internal import FilCrypto

/// The three trees of a proof of replication, as far as it holds them.
struct PoRepTrees: Sendable {
  let data: MultiproofNodes
  let columns: MultiproofNodes
  let replica: MultiproofNodes

  /// Computes the nodes; `nil` if a value cannot be in its tree.
  init?(_ proof: PoRepProof, _ layout: PoRepLayout) {
    guard let columnLeaves = Self.columnLeaves(proof, layout), let replicaLeaves = Self.replicaLeaves(proof, layout),
      let data = MultiproofNodes(layout.data, leaves: proof.data, siblings: proof.dataSiblings, hash: .sha256),
      let columns = MultiproofNodes(
        layout.columns, leaves: columnLeaves, siblings: proof.columnSiblings, hash: .poseidon),
      let replica = MultiproofNodes(
        layout.replica, leaves: replicaLeaves, siblings: proof.replicaSiblings, hash: .poseidon)
    else { return nil }
    self.data = data
    self.columns = columns
    self.replica = replica
  }

  /// The hash of each column.
  private static func columnLeaves(_ proof: PoRepProof, _ layout: PoRepLayout) -> [Bytes32]? {
    let hashes = proof.columns.compactMap { column -> Bytes32? in
      let labels = column.compactMap { Fr(littleEndian: $0) }
      guard labels.count == layout.parameters.layerCount else { return nil }
      return layout.parameters.columnHash.hash(labels).littleEndian
    }
    return hashes.count == proof.columns.count ? hashes : nil
  }

  /// The challenged nodes of the replica: data plus label of the last layer.
  private static func replicaLeaves(_ proof: PoRepProof, _ layout: PoRepLayout) -> [Bytes32]? {
    let columns = Dictionary(uniqueKeysWithValues: zip(layout.columns.indices, proof.columns))
    let leaves = zip(layout.data.indices, proof.data).compactMap { node, data -> Bytes32? in
      guard let key = columns[node]?.last.flatMap({ Fr(littleEndian: $0) }), let value = Fr(littleEndian: data)
      else { return nil }
      return (value + key).littleEndian
    }
    return leaves.count == proof.data.count ? leaves : nil
  }
}
