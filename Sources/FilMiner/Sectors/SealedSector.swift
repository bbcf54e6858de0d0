public import FilCore
public import FilProofs

/// A sector that is sealed, and where its files are.
public struct SealedSector: Sendable {
  /// Whose sector it is, and its number.
  public let id: SectorID
  /// How it is sealed.
  public let sealProof: RegisteredSealProof
  /// The randomness that it is bound to.
  public let ticket: Bytes32
  /// Its commitments.
  public let commitments: SealCommitments
  /// Its pieces, in order; what is between them and after them is zero.
  public let pieces: [StoredPiece]
  /// Its files.
  public let storage: any SectorStorage

  /// The sector as proofs of spacetime name it.
  public var postSector: PoStSector {
    PoStSector(sealProof: sealProof, number: id.number, sealedCID: commitments.sealedCID)
  }

  /// Drops the files that only sealing and its proof need: the data, the labels and their trees. Proofs of spacetime and
  /// unsealing need the replica and its tree alone.
  ///
  /// - Throws: `MinerError` with `storage` if that fails.
  func dropSealingFiles() throws(MinerError) {
    let parameters = try orSealFail { () throws(SealError) in try PoRepParameters(sealProof) }
    for file in [.unsealed] + parameters.sealingFiles {
      try orFail(.storage) { () throws(SectorStorageError) in try storage.remove(file) }
    }
  }
}
