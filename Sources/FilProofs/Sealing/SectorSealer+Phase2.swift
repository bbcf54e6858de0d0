internal import CFilKernels
internal import FilCore
internal import FilCrypto

extension SectorSealer {
  /// Makes the replica and its commitments: writes the trees over columns and replica, the replica, and the auxiliary
  /// file.
  ///
  /// - Parameters:
  ///   - output: What phase 1 found.
  ///   - storage: Holds `SectorFile.unsealed` and the layers.
  /// - Returns: The commitments.
  /// - Throws: `SealError.corrupt` if a node of the data is no field element, `SealError.storage`.
  public func preCommitPhase2(
    _ output: PreCommitPhase1Output, in storage: some SectorStorage
  ) throws(SealError) -> SealCommitments {
    for nodes in batches {
      try hashColumns(nodes, in: storage)
      try encode(nodes, in: storage)
    }
    let commC = try SectorTree.columns(parameters.treeShape).build(in: storage)
    let commRLast = try SectorTree.replica(parameters.treeShape).build(in: storage)
    let auxiliary = SectorAuxiliary(commC: commC, commRLast: commRLast)
    try auxiliary.write(to: storage)
    return SealCommitments(
      replicaID: output.replicaID, commD: output.commD, commC: commC, commRLast: commRLast,
      commR: auxiliary.commR ?? .zero)
  }

  private func hashColumns(_ nodes: Range<UInt64>, in storage: some SectorStorage) throws(SealError) {
    let count = Int(nodes.count)
    var layers: [UInt8] = []
    for number in 1...parameters.layerCount {
      layers += try storing { () throws(SectorStorageError) in
        try storage.read(.layer(number), at: 32 * nodes.lowerBound, count: 32 * count)
      }
    }
    guard let columns = hashColumns(layers, count: count) else {
      throw SealError(.corrupt, "a label is no field element")
    }
    try writeLeaves(columns, from: nodes.lowerBound, in: storage)
  }

  /// Hashes columns of labels that lie layer by layer.
  private func hashColumns(_ layers: [UInt8], count: Int) -> [UInt8]? {
    var done = 0
    let result = [UInt8](unsafeUninitializedCapacity: 32 * count) { out, written in
      layers.withUnsafeBytes { source in
        guard let base = source.baseAddress, let target = UnsafeMutableRawPointer(out.baseAddress) else { return }
        let inputs = (0..<parameters.layerCount).map { base + 32 * count * $0 }
        done = parameters.columnHash.hash(inputs, stride: 32, count: count, into: target)
      }
      written = 32 * done
    }
    return done == count ? result : nil
  }

  /// Writes neighbouring leaves of the tree over columns, which may have several files.
  private func writeLeaves(
    _ leaves: [UInt8], from first: UInt64, in storage: some SectorStorage
  ) throws(SealError) {
    let shape = parameters.treeShape
    var index = first
    var rest = leaves[...]
    while !rest.isEmpty {
      let part = index / shape.baseLeafCount
      let place = index % shape.baseLeafCount
      let taken = rest.prefix(Int(32 * (shape.baseLeafCount - place)))
      try storing { () throws(SectorStorageError) in
        try storage.write(Array(taken), to: .treeC(part: shape.baseCount == 1 ? nil : Int(part)), at: 32 * place)
      }
      rest = rest.dropFirst(taken.count)
      index += UInt64(taken.count / 32)
    }
  }

  /// Adds the labels of the last layer to the data.
  private func encode(_ nodes: Range<UInt64>, in storage: some SectorStorage) throws(SealError) {
    let (offset, count) = (32 * nodes.lowerBound, 32 * Int(nodes.count))
    let (data, key) = try storing { () throws(SectorStorageError) in
      (
        try storage.read(.unsealed, at: offset, count: count),
        try storage.read(.layer(parameters.layerCount), at: offset, count: count)
      )
    }
    guard let replica = ReplicaEncoding.encode(data, key: key) else {
      throw SealError(.corrupt, "a node of the data or a label is no field element")
    }
    try storing { () throws(SectorStorageError) in try storage.write(replica, to: .sealed, at: offset) }
  }
}
