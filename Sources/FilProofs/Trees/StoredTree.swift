internal import FilCore

/// A complete tree of one arity in one file: some rows, from the leaves up.
///
/// The lowest rows may be missing: the leaves are then in another file, and the rows in between are computed again.
struct StoredTree: Sendable {
  let hash: TreeHash
  let arity: Int
  let leafCount: UInt64
  /// The file with the rows.
  let file: SectorFile
  /// How many rows above the leaves are missing; 0 with the leaves in the file.
  let missingRows: Int
  /// The file with the leaves and the index of the first one there; `nil` if the rows start with them.
  let leaves: (file: SectorFile, first: UInt64)?

  /// The number of rows above the leaves.
  var height: Int {
    var (height, count) = (0, leafCount)
    while count > 1 { (height, count) = (height + 1, count / UInt64(arity)) }
    return height
  }

  /// The number of nodes of a row; row 0 are the leaves.
  func count(ofRow row: Int) -> UInt64 {
    (0..<row).reduce(leafCount) { count, _ in count / UInt64(arity) }
  }

  /// Where a row starts in the file, in nodes.
  private func start(ofRow row: Int) -> UInt64 {
    let lowest = leaves == nil ? 0 : missingRows + 1
    return (lowest..<row).reduce(0) { $0 + count(ofRow: $1) }
  }

  /// Neighbouring nodes of a row.
  func nodes(
    _ range: Range<UInt64>, row: Int, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    do {
      if row == 0, let leaves { return try storage.read(leaves.file, range, from: leaves.first) }
      if row > missingRows || leaves == nil { return try storage.read(file, range, from: start(ofRow: row)) }
    } catch {
      throw SealError(error)
    }
    let step = UInt64(arity)
    let below = try nodes(range.lowerBound * step..<range.upperBound * step, row: row - 1, in: storage)
    guard let result = hash.row(above: below, arity: arity) else {
      throw SealError(.corrupt, "\(file.name): a node under it is no field element")
    }
    return result
  }

  /// Computes and writes all rows that the file keeps; the leaves must be where they are read from.
  ///
  /// - Returns: The root.
  func build(in storage: some SectorStorage) throws(SealError) -> Bytes32 {
    for row in 1...height { try buildRow(row, in: storage) }
    let root = try nodes(0..<1, row: height, in: storage)
    return Bytes32(root) ?? .zero
  }

  private func buildRow(_ row: Int, in storage: some SectorStorage) throws(SealError) {
    guard row > missingRows else { return }
    let count = count(ofRow: row)
    // At most 2^15 nodes are read at once, also if rows in between are missing.
    let batch = max(1, (1 << 15) / (row == missingRows + 1 ? power(row) : UInt64(arity)))
    for first in stride(from: 0, to: count, by: Int(batch)) {
      let range = first..<min(first + batch, count)
      let below = try nodes(
        range.lowerBound * UInt64(arity)..<range.upperBound * UInt64(arity), row: row - 1, in: storage)
      guard let nodes = hash.row(above: below, arity: arity) else {
        throw SealError(.corrupt, "\(file.name): a node under it is no field element")
      }
      do {
        try storage.write(nodes, to: file, at: 32 * (start(ofRow: row) + first))
      } catch {
        throw SealError(error)
      }
    }
  }

  private func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { result, _ in result * UInt64(arity) }
  }
}

extension SectorStorage {
  /// Reads nodes of a file, counted from one of them.
  fileprivate func read(
    _ file: SectorFile, _ range: Range<UInt64>, from first: UInt64
  ) throws(SectorStorageError) -> [UInt8] {
    try read(file, at: 32 * (first + range.lowerBound), count: 32 * Int(range.count))
  }
}
