public import FilCore

/// What is wrong with a piece, or with pieces in a sector.
public enum PieceError: Error, Hashable, Sendable {
  /// A size that is no power of two of 128 or more.
  case invalidSize(UInt64)
  /// A CID that is no commitment to unsealed data.
  case noPieceCommitment(CID)
  /// More data than the piece holds.
  case dataExceedsPiece(data: UInt64, piece: PaddedPieceSize)
  /// The pieces, with what is needed to align them, are larger than the sector.
  case piecesExceedSector(pieces: UInt64, sector: UInt64)
}
