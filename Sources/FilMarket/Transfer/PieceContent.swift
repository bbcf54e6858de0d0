public import FilCore
public import FilNet

/// The data of a piece as a resource, read when it is asked for.
public struct PieceContent: HTTPContent {
  private static let portion: UInt64 = 1 << 20

  private let piece: CID
  private let source: any PieceSource
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let count: UInt64
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let mediaType: String

  /// The data of a piece.
  ///
  /// - Parameters:
  ///   - piece: The piece.
  ///   - count: How many bytes of data it has.
  ///   - source: Reads it.
  ///   - mediaType: The media type.
  public init(
    _ piece: CID, count: UInt64, from source: any PieceSource, mediaType: String = TransferServer.mediaType
  ) {
    self.piece = piece
    self.count = count
    self.source = source
    self.mediaType = mediaType
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var entityTag: String? { "\"\(piece)\"" }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func write(_ positions: Range<UInt64>, to writer: HTTPBodyWriter) async throws {
    var start = positions.lowerBound
    while start < positions.upperBound {
      let end = start + min(PieceContent.portion, positions.upperBound - start)
      try await writer.write(try await source.read(start..<end, of: piece))
      start = end
    }
  }
}
