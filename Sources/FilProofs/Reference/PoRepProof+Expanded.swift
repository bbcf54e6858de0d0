internal import FilCore

extension PoRepProof {
  /// Collects a proof from one that is spelled out; `nil` if it lacks a node or a column.
  init?(_ challenges: [ExpandedPoRepProof.Challenge], _ layout: PoRepLayout) {
    let columns = challenges.flatMap { [$0.own] + $0.base + $0.expander }
    let rows = Dictionary(columns.map { ($0.index, $0.rows) }, uniquingKeysWith: { first, _ in first })
    let found = layout.columns.indices.compactMap { rows[$0] }
    guard let data = layout.data.collect(challenges.map { ($0.node, $0.data) }),
      let replica = layout.replica.collect(challenges.map { ($0.node, $0.replica) }),
      let inclusions = layout.columns.collect(columns.map { ($0.index, $0.inclusion) }),
      found.count == layout.columns.indices.count
    else { return nil }
    self.init(
      data: data.leaves, dataSiblings: data.siblings, columns: found, columnSiblings: inclusions.siblings,
      replicaSiblings: replica.siblings)
  }
}
