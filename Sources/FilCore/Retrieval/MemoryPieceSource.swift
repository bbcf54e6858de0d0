internal import Synchronization

/// Pieces in memory.
public final class MemoryPieceSource: PieceSource {
  private let pieces: Mutex<[CID: [UInt8]]>

  /// A source that has `pieces`.
  public init(_ pieces: [CID: [UInt8]] = [:]) {
    self.pieces = Mutex(pieces)
  }

  /// Adds a piece, in place of any of the same CID; `nil` takes it away.
  ///
  /// - Parameters:
  ///   - bytes: The data.
  ///   - piece: The piece.
  public func set(_ bytes: [UInt8]?, for piece: CID) {
    pieces.withLock { $0[piece] = bytes }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func read(_ range: Range<UInt64>, of piece: CID) async throws(PieceSourceError) -> [UInt8] {
    guard let bytes = pieces.withLock({ $0[piece] }) else { throw PieceSourceError(.unknownPiece, piece) }
    guard range.upperBound <= UInt64(bytes.count) else {
      throw PieceSourceError(.outOfRange, piece, "\(range) of \(bytes.count) bytes")
    }
    return Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}
