public import FilCore

/// The commitment to a sector's data (CommD) from the commitments to its pieces.
public enum DataCommitment {
  /// The commitment to a whole sector: the pieces in order, each aligned to its size, zeros between and after them.
  ///
  /// - Parameters:
  ///   - pieces: The pieces; none are a sector of zeros.
  ///   - sectorSize: The size of the sector in bytes, a power of two.
  /// - Returns: The root over the sector.
  /// - Throws: `PieceError.piecesExceedSector` if they do not fit.
  public static func ofSector(
    pieces: [PieceCommitment], sectorSize: UInt64
  ) throws(PieceError) -> Bytes32 {
    var end: UInt64 = 0
    for piece in pieces {
      let size = piece.size.rawValue
      let (next, isTooLong) = PieceAlignment.start(after: end, size: size).addingReportingOverflow(size)
      // An end that is below the one before comes of a start beyond 64 bits.
      guard !isTooLong, next > end, next <= sectorSize else {
        throw .piecesExceedSector(pieces: isTooLong || next <= end ? .max : next, sector: sectorSize)
      }
      end = next
    }
    return stack(pieces).root(level: sectorSize.trailingZeroBitCount - 5)
  }

  /// The commitment to a list of pieces by the reference's rule: zeros fill up only until one tree is left, so the
  /// result covers less than the sector if the pieces do, and more if their alignment does.
  ///
  /// - Parameters:
  ///   - pieces: The pieces; none are a sector of zeros.
  ///   - sectorSize: The size of the sector in bytes, a power of two.
  /// - Returns: The root.
  /// - Throws: `PieceError.piecesExceedSector` if the sum of their sizes is larger than the sector.
  public static func ofPieces(_ pieces: [PieceCommitment], sectorSize: UInt64) throws(PieceError) -> Bytes32 {
    var sum: UInt64 = 0
    for piece in pieces {
      let (total, overflow) = sum.addingReportingOverflow(piece.size.rawValue)
      guard !overflow, total <= sectorSize else {
        throw .piecesExceedSector(pieces: overflow ? .max : total, sector: sectorSize)
      }
      sum = total
    }
    guard !pieces.isEmpty else { return ZeroCommitments.root(ofPadded: sectorSize) }
    return stack(pieces).root(level: 0)
  }

  private static func stack(_ pieces: [PieceCommitment]) -> TreeStack {
    pieces.reduce(into: TreeStack()) { $0.push($1.commitment, level: $1.size.rawValue.trailingZeroBitCount - 5) }
  }
}
