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
}
