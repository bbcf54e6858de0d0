public import FilCore

/// Seals a sector and brings its data back, phase by phase; everything large is in a `SectorStorage`.
///
/// Sealing starts with the Fr32-padded data in `SectorFile.unsealed` (``SectorPacker`` writes it). Phase 1 labels the
/// graph, phase 2 makes the replica and its commitments; each phase needs only the files of the one before, so that
/// they may run in different processes.
public struct SectorSealer: Sendable {
  /// What the sector is sealed as.
  public let parameters: PoRepParameters

  /// A sealer for one kind of sector.
  public init(_ parameters: PoRepParameters) {
    self.parameters = parameters
  }

  /// How many nodes are handled at once where a layer is not needed as a whole.
  static let batchCount = UInt64(1 << 15)

  /// Seals a sector: both phases.
  ///
  /// - Parameters:
  ///   - identity: Whose sector it is.
  ///   - expected: The commitment that the pieces have; `nil` if it is not known.
  ///   - storage: Holds `SectorFile.unsealed`.
  /// - Returns: The commitments.
  /// - Throws: What the phases throw.
  public func seal(
    _ identity: SealIdentity, expected: Bytes32? = nil, in storage: some SectorStorage
  ) throws(SealError) -> SealCommitments {
    try preCommitPhase2(try preCommitPhase1(identity, expected: expected, in: storage), in: storage)
  }

  /// Labels the graph: writes the tree over the data and the layers.
  ///
  /// - Parameters:
  ///   - identity: Whose sector it is.
  ///   - expected: The commitment that the pieces have; `nil` if it is not known.
  ///   - storage: Holds `SectorFile.unsealed`.
  /// - Returns: What phase 2 needs besides the files.
  /// - Throws: `SealError.wrongInput` if the data has another size or commitment, `SealError.storage`.
  public func preCommitPhase1(
    _ identity: SealIdentity, expected: Bytes32? = nil, in storage: some SectorStorage
  ) throws(SealError) -> PreCommitPhase1Output {
    let commD = try buildDataTree(in: storage)
    guard expected == nil || expected == commD else {
      throw SealError(.wrongInput, "the data's commitment is \(commD), the pieces' \(expected ?? .zero)")
    }
    let replicaID = ReplicaID.of(
      prover: identity.prover, sector: identity.sector, ticket: identity.ticket, commD: commD,
      porepID: parameters.porepID)
    try label(replicaID, keepingAllLayersIn: storage)
    return PreCommitPhase1Output(replicaID: replicaID, commD: commD)
  }

  private func buildDataTree(in storage: some SectorStorage) throws(SealError) -> Bytes32 {
    let size = try storing { () throws(SectorStorageError) in try storage.size(of: .unsealed) }
    guard size == parameters.sectorSize else {
      throw SealError(.wrongInput, "the data has \(size ?? 0) bytes, the sector \(parameters.sectorSize)")
    }
    for nodes in batches {
      try storing { () throws(SectorStorageError) in
        let bytes = try storage.read(.unsealed, at: 32 * nodes.lowerBound, count: 32 * Int(nodes.count))
        try storage.write(bytes, to: .treeD, at: 32 * nodes.lowerBound)
      }
    }
    return try SectorTree.data(parameters).build(in: storage)
  }

  /// Labels all layers and writes each.
  private func label(_ replicaID: Bytes32, keepingAllLayersIn storage: some SectorStorage) throws(SealError) {
    var labeller = LayerLabeller(parameters, replicaID: replicaID)
    for number in 1...parameters.layerCount {
      labeller.labelNextLayer()
      try storing { () throws(SectorStorageError) in try storage.write(labeller.labels, to: .layer(number), at: 0) }
    }
  }

  /// The nodes of the sector in parts.
  var batches: [Range<UInt64>] {
    stride(from: 0, to: parameters.nodeCount, by: Int(Self.batchCount)).map {
      $0..<min($0 + Self.batchCount, parameters.nodeCount)
    }
  }
}

/// Runs storage calls, and wraps the error that they may throw.
func storing<R>(_ body: () throws(SectorStorageError) -> R) throws(SealError) -> R {
  do {
    return try body()
  } catch {
    throw SealError(error)
  }
}
