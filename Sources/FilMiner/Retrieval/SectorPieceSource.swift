public import FilCore
internal import FilProofs

/// Reads pieces out of sealed sectors: each read unseals what it needs.
public struct SectorPieceSource: PieceSource {
  private let sectors: SectorCatalog

  /// A source of the pieces in a miner's sectors.
  public init(_ sectors: SectorCatalog) {
    self.sectors = sectors
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func read(_ range: Range<UInt64>, of piece: CID) async throws(PieceSourceError) -> [UInt8] {
    var failure = PieceSourceError(.unknownPiece, piece)
    for sector in sectors.all {
      for stored in sector.pieces where stored.piece.cid == piece {
        guard range.upperBound <= stored.piece.size / 128 * 127 else {
          throw PieceSourceError(.outOfRange, piece, "\(range) of \(stored.piece.size / 128 * 127) bytes")
        }
        do {
          // A part without bytes too is only there while the replica is.
          _ = try sector.storage.read(.sealed, at: 0, count: 0)
          return try Self.unseal(range, of: stored, in: sector, from: sector.storage)
        } catch {
          failure = PieceSourceError(.unavailable, piece, "sector \(sector.id.number)", cause: error)
        }
      }
    }
    throw failure
  }

  private static func unseal(
    _ range: Range<UInt64>, of stored: StoredPiece, in sector: SealedSector, from storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    // A piece begins at a multiple of its size, so that its bytes without padding do too.
    let start = stored.offset / 128 * 127
    return try SectorSealer(PoRepParameters(sector.sealProof)).unseal(
      start + range.lowerBound..<start + range.upperBound, replicaID: sector.commitments.replicaID, in: storage)
  }
}
