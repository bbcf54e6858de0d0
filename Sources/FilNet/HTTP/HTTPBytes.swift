/// A resource in memory.
public struct HTTPBytes: HTTPContent {
  private static let portion = 64 << 10

  private let bytes: [UInt8]
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let mediaType: String
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let entityTag: String?

  /// A resource in memory.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - mediaType: Its media type.
  ///   - entityTag: What tells its present state from others, with its quotes.
  public init(_ bytes: [UInt8], mediaType: String = "application/octet-stream", entityTag: String? = nil) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.entityTag = entityTag
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var count: UInt64 { UInt64(bytes.count) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func write(_ positions: Range<UInt64>, to writer: HTTPBodyWriter) async throws {
    var rest = bytes[Int(positions.lowerBound)..<Int(positions.upperBound)]
    while !rest.isEmpty {
      let part = rest.prefix(HTTPBytes.portion)
      try await writer.write(Array(part))
      rest = rest.dropFirst(part.count)
    }
  }
}
