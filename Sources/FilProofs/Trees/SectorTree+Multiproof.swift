internal import FilCore

extension SectorTree {
  /// The layout of proofs of some leaves.
  func layout(_ leaves: some Sequence<UInt64>) -> MultiproofLayout {
    MultiproofLayout(arities: arities, leaves: leaves)
  }

  /// The leaves of a layout.
  func leaves(_ layout: MultiproofLayout, in storage: some SectorStorage) throws(SealError) -> [Bytes32] {
    var result: [Bytes32] = []
    for index in layout.indices {
      guard let leaf = Bytes32(try nodes(index..<index + 1, row: 0, in: storage)) else { continue }
      result.append(leaf)
    }
    return result
  }

  /// The nodes besides the leaves that a proof of a layout's leaves holds, level by level.
  func siblings(_ layout: MultiproofLayout, in storage: some SectorStorage) throws(SealError) -> [Bytes32] {
    var result: [Bytes32] = []
    for (row, level) in layout.levels.enumerated() {
      let missing = Set(level.missing)
      let step = UInt64(level.arity)
      for parent in level.parents {
        let group = parent * step..<(parent + 1) * step
        guard group.contains(where: missing.contains) else { continue }
        let bytes = try nodes(group, row: row, in: storage)
        for index in group where missing.contains(index) {
          let start = 32 * Int(index - group.lowerBound)
          result.append(Bytes32 { $0.copyBytes(from: bytes[start..<start + 32]) })
        }
      }
    }
    return result
  }
}
