/// Where a piece stands in a sector: each starts at a multiple of its size.
public enum PieceAlignment {
  /// The first place at or after `offset` where a piece of `size` bytes may start.
  ///
  /// - Parameters:
  ///   - offset: The end of the pieces before it.
  ///   - size: The size of the piece, in the same unit; nothing is aligned to zero.
  /// - Returns: The start.
  public static func start(after offset: UInt64, size: UInt64) -> UInt64 {
    let rest = size == 0 ? 0 : offset % size
    return rest == 0 ? offset : offset &+ (size - rest)
  }

  /// The zeros around a piece of `count` raw bytes that follows `written` raw bytes.
  ///
  /// - Parameters:
  ///   - written: The raw bytes before, with their zeros.
  ///   - count: The raw bytes of the piece.
  /// - Returns: Zero bytes before and after; `nil` if the piece is too large for any sector.
  public static func zeros(written: UInt64, count: UInt64) -> (before: UInt64, after: UInt64)? {
    guard let needed = unpaddedSize(holding: count) else { return nil }
    return (start(after: written, size: needed) &- written, needed - count)
  }

  /// The smallest 127 times a power of two that is not below `count`.
  private static func unpaddedSize(holding count: UInt64) -> UInt64? {
    guard count <= 127 << 56 else { return nil }
    var size: UInt64 = 127
    while size < count { size *= 2 }
    return size
  }
}
