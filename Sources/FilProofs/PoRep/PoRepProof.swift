internal import FilCore
internal import FilCrypto

/// A vanilla proof of replication over all partitions.
///
/// It holds each node of the three trees once, however many challenges need it, and nothing that follows from the rest:
/// the leaves over columns follow from the labels, those over the replica from data and labels, the roots from all.
struct PoRepProof: Hashable, Sendable {
  /// The challenged nodes of the data, rising.
  let data: [Bytes32]
  let dataSiblings: [Bytes32]
  /// The labels of each column, first layer first, columns rising.
  let columns: [[Bytes32]]
  let columnSiblings: [Bytes32]
  let replicaSiblings: [Bytes32]

  init(
    data: [Bytes32], dataSiblings: [Bytes32], columns: [[Bytes32]], columnSiblings: [Bytes32],
    replicaSiblings: [Bytes32]
  ) {
    self.data = data
    self.dataSiblings = dataSiblings
    self.columns = columns
    self.columnSiblings = columnSiblings
    self.replicaSiblings = replicaSiblings
  }

  /// Reads a proof from a sector's files: the trees, the layers and the replica.
  init(_ layout: PoRepLayout, in storage: some SectorStorage) throws(SealError) {
    let shape = layout.parameters.treeShape
    let dataTree = SectorTree.data(layout.parameters)
    data = try dataTree.leaves(layout.data, in: storage)
    dataSiblings = try dataTree.siblings(layout.data, in: storage)
    columns = try Self.columns(layout, in: storage)
    columnSiblings = try SectorTree.columns(shape).siblings(layout.columns, in: storage)
    replicaSiblings = try SectorTree.replica(shape).siblings(layout.replica, in: storage)
  }

  private static func columns(
    _ layout: PoRepLayout, in storage: some SectorStorage
  ) throws(SealError) -> [[Bytes32]] {
    var result: [[Bytes32]] = []
    for node in layout.columns.indices {
      var column: [Bytes32] = []
      for number in 1...layout.parameters.layerCount {
        let label = try storing { () throws(SectorStorageError) in try storage.node(.layer(number), at: node) }
        column.append(Bytes32 { $0.copyBytes(from: label) })
      }
      result.append(column)
    }
    return result
  }

  /// The bytes that go on chain: a version, then the values in the order of the fields.
  var encoded: [UInt8] {
    ProofEncoding.encode(.seal, data + dataSiblings + columns.joined() + columnSiblings + replicaSiblings)
  }

  /// Reads the bytes; `nil` if they are not a proof of this layout.
  init?(decoding bytes: [UInt8], _ layout: PoRepLayout) {
    guard var values = ProofEncoding.decode(.seal, bytes, count: layout.valueCount)?[...] else { return nil }
    func take(_ count: Int) -> [Bytes32] {
      defer { values = values.dropFirst(count) }
      return Array(values.prefix(count))
    }
    data = take(layout.data.indices.count)
    dataSiblings = take(layout.data.siblingCount)
    columns = layout.columns.indices.map { _ in take(layout.parameters.layerCount) }
    columnSiblings = take(layout.columns.siblingCount)
    replicaSiblings = take(layout.replica.siblingCount)
  }
}
