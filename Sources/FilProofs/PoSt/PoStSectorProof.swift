internal import FilCore

/// A vanilla proof that a sector's replica is still there: challenged leaves, and what computes CommR from them.
struct PoStSectorProof: Hashable, Sendable {
  let commC: Bytes32
  /// The challenged leaves of the replica, rising, each once.
  let leaves: [Bytes32]
  let siblings: [Bytes32]

  /// The layout of the proof of some leaves.
  static func layout(_ parameters: PoStParameters, _ leaves: [UInt64]) -> MultiproofLayout {
    SectorTree.replica(parameters.treeShape).layout(leaves)
  }

  /// The number of 32-byte values in a proof.
  static func valueCount(_ layout: MultiproofLayout) -> Int {
    1 + layout.indices.count + layout.siblingCount
  }

  /// Reads a proof from a sector's files: the replica, the tree over it, and the auxiliary file.
  init(
    _ layout: MultiproofLayout, _ parameters: PoStParameters, in storage: some SectorStorage
  ) throws(SealError) {
    let tree = SectorTree.replica(parameters.treeShape)
    commC = try SectorAuxiliary(from: storage).commC
    leaves = try tree.leaves(layout, in: storage)
    siblings = try tree.siblings(layout, in: storage)
  }

  /// Collects a proof from Merkle proofs of all challenges; `nil` if they lack a node.
  init?(_ expanded: ExpandedPoStProof.Sector, _ layout: MultiproofLayout, challenges: [UInt64]) {
    guard let (leaves, siblings) = layout.collect(Array(zip(challenges, expanded.inclusions))) else { return nil }
    commC = expanded.commC
    self.leaves = leaves
    self.siblings = siblings
  }

  /// The values in the order of their encoding.
  var values: [Bytes32] { [commC] + leaves + siblings }

  /// Takes the values of a proof from the front of `values`; `nil` if there are too few.
  init?(taking values: inout ArraySlice<Bytes32>, _ layout: MultiproofLayout) {
    let count = Self.valueCount(layout)
    guard values.count >= count, let commC = values.first else { return nil }
    let own = values.prefix(count).dropFirst()
    self.commC = commC
    leaves = Array(own.prefix(layout.indices.count))
    siblings = Array(own.dropFirst(layout.indices.count))
    values = values.dropFirst(count)
  }

  /// Whether the proof leads to a commitment to a replica.
  func verify(_ layout: MultiproofLayout, commR: Bytes32) -> Bool {
    guard let nodes = MultiproofNodes(layout, leaves: leaves, siblings: siblings, hash: .poseidon) else { return false }
    return SectorAuxiliary(commC: commC, commRLast: nodes.root).commR == commR
  }
}
