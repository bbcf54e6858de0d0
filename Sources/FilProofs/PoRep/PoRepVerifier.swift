internal import FilCore

/// Verifies vanilla proofs of replication by computing everything again: columns, labels, the encoding, three roots.
struct PoRepVerifier: Sendable {
  let layout: PoRepLayout
  let replicaID: Bytes32
  let commD: Bytes32
  let commR: Bytes32

  /// Whether the proof holds.
  func verify(_ proof: PoRepProof) -> Bool {
    guard let trees = PoRepTrees(proof, layout) else { return false }
    guard trees.data.root == commD, labelsHold(proof) else { return false }
    return SectorAuxiliary(commC: trees.columns.root, commRLast: trees.replica.root).commR == commR
  }

  /// Whether each label of each challenged node is the hash of its parents' labels.
  private func labelsHold(_ proof: PoRepProof) -> Bool {
    let columns = Dictionary(uniqueKeysWithValues: zip(layout.columns.indices, proof.columns))
    return layout.parents.allSatisfy { node, parents in
      let parentColumns = parents.compactMap { columns[$0] }
      guard parentColumns.count == parents.count, let own = columns[node] else { return false }
      return (1...layout.parameters.layerCount).allSatisfy { layer in
        let inputs = Labels.inputs(layer: layer, parents: parentColumns)
        return own[layer - 1] == Labels.label(replicaID: replicaID, layer: layer, node: node, inputs: inputs)
      }
    }
  }
}
