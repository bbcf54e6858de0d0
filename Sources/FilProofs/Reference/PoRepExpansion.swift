internal import FilCore

/// Spells out single challenges of a vanilla proof of replication.
struct PoRepExpansion {
  let layout: PoRepLayout
  let trees: PoRepTrees
  let columns: [UInt64: [Bytes32]]

  func challenge(_ node: UInt64) -> ExpandedPoRepProof.Challenge? {
    guard let data = trees.data.proof(of: node), let replica = trees.replica.proof(of: node),
      let own = column(node), let parents = layout.parents[node]
    else { return nil }
    let parentColumns = parents.compactMap(column)
    guard parentColumns.count == parents.count else { return nil }
    let labelings = (1...layout.parameters.layerCount).map { layer in
      ExpandedPoRepProof.Labeling(
        layer: layer, parents: Labels.inputs(layer: layer, parents: parentColumns.map(\.rows)))
    }
    return ExpandedPoRepProof.Challenge(
      node: node, data: data, replica: replica, own: own,
      base: Array(parentColumns.prefix(StackedGraph.baseDegree)),
      expander: Array(parentColumns.dropFirst(StackedGraph.baseDegree)), labelings: labelings)
  }

  private func column(_ node: UInt64) -> ExpandedPoRepProof.Column? {
    guard let rows = columns[node], let inclusion = trees.columns.proof(of: node) else { return nil }
    return ExpandedPoRepProof.Column(index: node, rows: rows, inclusion: inclusion)
  }
}
