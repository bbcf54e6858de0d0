internal import FilCore

/// What a vanilla proof of replication holds for given challenges.
struct PoRepLayout: Sendable {
  let parameters: PoRepParameters
  /// The challenges of each partition, as drawn.
  let challenges: [[UInt64]]
  /// The parents of each challenged node: base parents, then expander parents.
  let parents: [UInt64: [UInt64]]
  /// The proof of the challenged nodes in the tree over the data.
  let data: MultiproofLayout
  /// The proof of the challenged nodes and all their parents in the tree over the columns.
  let columns: MultiproofLayout
  /// The proof of the challenged nodes in the tree over the replica.
  let replica: MultiproofLayout

  init(_ parameters: PoRepParameters, challenges: [[UInt64]]) {
    self.parameters = parameters
    self.challenges = challenges
    let graph = parameters.graph
    let nodes = Set(challenges.joined())
    let parents = Dictionary(
      uniqueKeysWithValues: nodes.map { node in
        let number = UInt32(node)
        return (node, (graph.baseParents(of: number) + graph.expanderParents(of: number)).map { UInt64($0) })
      })
    self.parents = parents
    data = SectorTree.data(parameters).layout(nodes)
    columns = SectorTree.columns(parameters.treeShape).layout(nodes.union(parents.values.joined()))
    replica = SectorTree.replica(parameters.treeShape).layout(nodes)
  }

  /// The number of 32-byte values in a proof.
  var valueCount: Int {
    data.indices.count + data.siblingCount + parameters.layerCount * columns.indices.count + columns.siblingCount
      + replica.siblingCount
  }
}
