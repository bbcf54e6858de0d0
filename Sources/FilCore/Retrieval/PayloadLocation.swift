/// Where the bytes of a block are: in which piece, and where in it.
public struct PayloadLocation: Hashable, Sendable {
  /// The piece.
  public let piece: CID
  /// Where the block's bytes begin, in bytes of the unpadded piece.
  public let offset: UInt64
  /// How many bytes the block has.
  public let size: UInt64

  /// A place in a piece.
  ///
  /// - Parameters:
  ///   - piece: The piece.
  ///   - offset: Where the block's bytes begin.
  ///   - size: How many bytes the block has.
  public init(piece: CID, offset: UInt64, size: UInt64) {
    self.piece = piece
    self.offset = offset
    self.size = size
  }

  /// The block's positions in the piece; `nil` for a place that no piece can have.
  public var range: Range<UInt64>? {
    let (end, overflow) = offset.addingReportingOverflow(size)
    return overflow ? nil : offset..<end
  }
}
