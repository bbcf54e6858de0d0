/// Reads pieces by range.
///
/// Bytes are those of the data as a client delivered it, without the padding of sectors; a piece may end in zeros that
/// fill it up to its size. A source may have to unseal a sector first, which takes its time.
public protocol PieceSource: Sendable {
  /// Reads a part of a piece.
  ///
  /// - Parameters:
  ///   - range: The positions; how many one call may ask for is up to those who call.
  ///   - piece: The piece.
  /// - Returns: As many bytes as were asked for.
  /// - Throws: ``PieceSourceError``.
  func read(_ range: Range<UInt64>, of piece: CID) async throws(PieceSourceError) -> [UInt8]
}
