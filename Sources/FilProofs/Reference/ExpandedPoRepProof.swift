package import FilCore

/// A vanilla proof of replication spelled out as the reference implementation has it: every challenge with its own
/// Merkle proofs and all that is hashed.
package struct ExpandedPoRepProof: Sendable {
  /// A column with its place and its proof in the tree over columns.
  package struct Column: Hashable, Sendable {
    /// The node.
    package let index: UInt64
    /// The labels, first layer first.
    package let rows: [Bytes32]
    /// The proof of the column's hash.
    package let inclusion: MerkleProof

    /// A column from wherever it is.
    package init(index: UInt64, rows: [Bytes32], inclusion: MerkleProof) {
      self.index = index
      self.rows = rows
      self.inclusion = inclusion
    }
  }

  /// What one label is the hash of.
  package struct Labeling: Hashable, Sendable {
    /// The layer, from 1.
    package let layer: Int
    /// The labels of the parents.
    package let parents: [Bytes32]

    /// Inputs from wherever they are.
    package init(layer: Int, parents: [Bytes32]) {
      self.layer = layer
      self.parents = parents
    }
  }

  /// Everything about one challenge.
  package struct Challenge: Hashable, Sendable {
    /// The challenged node.
    package let node: UInt64
    /// The proof in the tree over the data.
    package let data: MerkleProof
    /// The proof in the tree over the replica.
    package let replica: MerkleProof
    /// The node's own column.
    package let own: Column
    /// The columns of the base parents.
    package let base: [Column]
    /// The columns of the expander parents.
    package let expander: [Column]
    /// One for each layer.
    package let labelings: [Labeling]

    /// A challenge from wherever it is.
    package init(
      node: UInt64, data: MerkleProof, replica: MerkleProof, own: Column, base: [Column], expander: [Column],
      labelings: [Labeling]
    ) {
      self.node = node
      self.data = data
      self.replica = replica
      self.own = own
      self.base = base
      self.expander = expander
      self.labelings = labelings
    }
  }

  /// The challenges of each partition.
  package let partitions: [[Challenge]]
  private let upperLevels: Int

  /// Spells out a proof; `nil` if its values do not make trees.
  init?(_ proof: PoRepProof, _ layout: PoRepLayout) {
    guard let trees = PoRepTrees(proof, layout) else { return nil }
    let expansion = PoRepExpansion(
      layout: layout, trees: trees,
      columns: Dictionary(uniqueKeysWithValues: zip(layout.columns.indices, proof.columns)))
    let partitions = layout.challenges.map { $0.compactMap(expansion.challenge) }
    guard zip(partitions, layout.challenges).allSatisfy({ $0.count == $1.count }) else { return nil }
    self.init(partitions: partitions, shape: layout.parameters.treeShape)
  }

  /// Challenges from wherever they are.
  package init(partitions: [[Challenge]], shape: TreeShape) {
    self.partitions = partitions
    upperLevels = [shape.sub, shape.top].count { $0 > 0 }
  }

  /// The reference's serialisation of all partitions.
  package var bincode: [UInt8] {
    var bincode = Bincode()
    bincode.append(list: partitions) { $0.append(list: $1) { append($1, to: &$0) } }
    return bincode.bytes
  }

  /// The reference's serialisation of one challenge.
  package func bincode(_ challenge: Challenge) -> [UInt8] {
    var bincode = Bincode()
    append(challenge, to: &bincode)
    return bincode.bytes
  }

  private func append(_ challenge: Challenge, to bincode: inout Bincode) {
    bincode.append(challenge.data, upperLevels: 0)
    bincode.append(challenge.replica, upperLevels: upperLevels)
    append(challenge.own, to: &bincode)
    bincode.append(list: challenge.base) { append($1, to: &$0) }
    bincode.append(list: challenge.expander) { append($1, to: &$0) }
    bincode.append(list: challenge.labelings) { append($1, challenge.node, to: &$0) }
    // The encoding is proven by the inputs of the last label.
    if let last = challenge.labelings.last { append(last, challenge.node, to: &bincode) }
  }

  private func append(_ column: Column, to bincode: inout Bincode) {
    bincode.append(UInt32(column.index))
    bincode.append(column.rows)
    bincode.append(column.inclusion, upperLevels: upperLevels)
  }

  private func append(_ labeling: Labeling, _ node: UInt64, to bincode: inout Bincode) {
    bincode.append(labeling.parents)
    bincode.append(UInt32(labeling.layer))
    bincode.append(node)
  }
}
