extension PoRepParameters {
  /// The files that only sealing and the proof of the seal need, beside the data: labels, and the trees over data and
  /// columns.
  public var sealingFiles: [SectorFile] {
    (1...layerCount).map { SectorFile.layer($0) } + [.treeD] + baseTrees.map { SectorFile.treeC(part: $0) }
  }

  /// The files that proofs of spacetime need for as long as the sector lives; the data is unsealed from the first.
  public var replicaFiles: [SectorFile] {
    [.sealed] + baseTrees.map { SectorFile.treeRLast(part: $0) } + [.auxiliary]
  }

  /// The parts that a tree's files have in their names.
  private var baseTrees: [Int?] {
    treeShape.baseCount == 1 ? [nil] : (0..<treeShape.baseCount).map { $0 }
  }
}
