public import FilCore

/// A piece in a sector.
public struct StoredPiece: Hashable, Sendable {
  /// Its commitment and padded size.
  public let piece: PieceInfo
  /// Where it begins in the sector, in bytes with padding.
  public let offset: UInt64

  /// A piece at a place.
  public init(_ piece: PieceInfo, offset: UInt64) {
    self.piece = piece
    self.offset = offset
  }
}
