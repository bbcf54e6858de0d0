internal import FilCore

/// A tree of a sector: one stored tree, or base trees joined by further levels.
struct SectorTree: Sendable {
  let hash: TreeHash
  /// The base trees from left to right.
  let bases: [StoredTree]
  /// The arities of the levels above the base trees.
  let upperArities: [Int]

  /// The tree over the data.
  static func data(_ parameters: PoRepParameters) -> SectorTree {
    let tree = StoredTree(
      hash: .sha256, arity: 2, leafCount: parameters.nodeCount, file: .treeD, missingRows: 0, leaves: nil)
    return SectorTree(hash: .sha256, bases: [tree], upperArities: [])
  }

  /// The tree over the columns.
  static func columns(_ shape: TreeShape) -> SectorTree {
    poseidon(shape) { part, _ in
      StoredTree(
        hash: .poseidon, arity: TreeShape.baseArity, leafCount: shape.baseLeafCount, file: .treeC(part: part),
        missingRows: 0, leaves: nil)
    }
  }

  /// The tree over the replica.
  static func replica(_ shape: TreeShape) -> SectorTree {
    poseidon(shape) { part, first in
      StoredTree(
        hash: .poseidon, arity: TreeShape.baseArity, leafCount: shape.baseLeafCount, file: .treeRLast(part: part),
        missingRows: shape.discardedRows, leaves: (.sealed, first))
    }
  }

  private static func poseidon(_ shape: TreeShape, base: (Int?, UInt64) -> StoredTree) -> SectorTree {
    let bases = (0..<shape.baseCount).map {
      base(shape.baseCount == 1 ? nil : $0, UInt64($0) * shape.baseLeafCount)
    }
    return SectorTree(hash: .poseidon, bases: bases, upperArities: [shape.sub, shape.top].filter { $0 > 0 })
  }

  /// The arity of every level, from the leaves up.
  var arities: [Int] {
    bases.first.map { Array(repeating: $0.arity, count: $0.height) + upperArities } ?? []
  }

  /// One node; row 0 are the leaves.
  func nodes(
    _ range: Range<UInt64>, row: Int, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let height = bases[0].height
    guard row <= height else { return try upperNodes(range, row: row, in: storage) }
    let count = bases[0].count(ofRow: row)
    var result: [UInt8] = []
    // A range within a level's siblings is within one base tree, or consists of whole roots.
    var index = range.lowerBound
    while index < range.upperBound {
      let base = index / count
      let end = min(range.upperBound, (base + 1) * count)
      result += try bases[Int(base)].nodes(index - base * count..<end - base * count, row: row, in: storage)
      index = end
    }
    return result
  }

  private func upperNodes(
    _ range: Range<UInt64>, row: Int, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let arity = UInt64(upperArities[row - bases[0].height - 1])
    let below = try nodes(range.lowerBound * arity..<range.upperBound * arity, row: row - 1, in: storage)
    guard let result = hash.row(above: below, arity: Int(arity)) else {
      throw SealError(.corrupt, "\(bases[0].file.name): a root is no field element")
    }
    return result
  }

  /// Computes and writes all rows that the files keep.
  ///
  /// - Returns: The root.
  func build(in storage: some SectorStorage) throws(SealError) -> Bytes32 {
    for base in bases { _ = try base.build(in: storage) }
    return try root(in: storage)
  }

  /// The root.
  func root(in storage: some SectorStorage) throws(SealError) -> Bytes32 {
    Bytes32(try nodes(0..<1, row: arities.count, in: storage)) ?? .zero
  }
}
