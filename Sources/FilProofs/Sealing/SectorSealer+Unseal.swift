public import FilCore

extension SectorSealer {
  /// Brings data back out of a replica: labels the graph again and takes the labels off.
  ///
  /// - Parameters:
  ///   - range: Which raw bytes of the sector, before Fr32 padding; `nil` for all.
  ///   - replicaID: The identity of the replica.
  ///   - storage: Holds `SectorFile.sealed`. The last layer is read if it is there, and not written otherwise.
  /// - Returns: The raw bytes.
  /// - Throws: `SealError.wrongInput` if the range is not within the sector, `SealError.corrupt` if a node is no field
  ///   element, `SealError.storage`.
  public func unseal(
    _ range: Range<UInt64>? = nil, replicaID: Bytes32, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let whole = parameters.sectorSize / 128 * 127
    let range = range ?? 0..<whole
    guard range.upperBound <= whole else {
      throw SealError(.wrongInput, "bytes \(range) of a sector of \(whole)")
    }
    let (nodes, skipped) = Fr32.nodes(holding: range)
    let padded = try decode(nodes, key: try lastLayer(replicaID, nodes, in: storage), in: storage)
    do {
      return try Fr32.unpad(padded, range: Int(skipped)..<Int(skipped) + range.count)
    } catch {
      throw SealError(.wrongInput, "\(error)")
    }
  }

  /// Brings all data back and writes it, Fr32-padded, to `SectorFile.unsealed`.
  ///
  /// - Parameters:
  ///   - replicaID: The identity of the replica.
  ///   - storage: Holds `SectorFile.sealed`.
  /// - Throws: As ``unseal(_:replicaID:in:)``.
  public func restoreUnsealed(replicaID: Bytes32, in storage: some SectorStorage) throws(SealError) {
    let all = 0..<parameters.sectorSize
    let padded = try decode(all, key: try lastLayer(replicaID, all, in: storage), in: storage)
    try storing { () throws(SectorStorageError) in try storage.write(padded, to: .unsealed, at: 0) }
  }

  /// A part of the last layer: from its file, or computed again with all that it depends on.
  private func lastLayer(
    _ replicaID: Bytes32, _ bytes: Range<UInt64>, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let file = SectorFile.layer(parameters.layerCount)
    let size = try storing { () throws(SectorStorageError) in try storage.size(of: file) }
    if size == parameters.sectorSize {
      return try storing { () throws(SectorStorageError) in
        try storage.read(file, at: bytes.lowerBound, count: bytes.count)
      }
    }
    var labeller = LayerLabeller(parameters, replicaID: replicaID)
    for _ in 0..<parameters.layerCount { labeller.labelNextLayer() }
    return Array(labeller.labels[Int(bytes.lowerBound)..<Int(bytes.upperBound)])
  }

  private func decode(
    _ bytes: Range<UInt64>, key: [UInt8], in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let replica = try storing { () throws(SectorStorageError) in
      try storage.read(.sealed, at: bytes.lowerBound, count: bytes.count)
    }
    guard let data = ReplicaEncoding.decode(replica, key: key) else {
      throw SealError(.corrupt, "sealed: a node is no field element")
    }
    return data
  }
}
