/// A file in chunks of one size, the last one shorter.
struct UnixFSChunks<Source: ByteSource> {
  private var source: Source
  private let size: Int
  private var upcoming: [UInt8]?

  init(_ source: Source, size: Int) throws(UnixFSError) {
    self.source = source
    self.size = size
    try read()
  }

  /// Whether no chunk is left.
  var isAtEnd: Bool { upcoming == nil }

  private mutating func read() throws(UnixFSError) {
    var chunk: [UInt8] = []
    do {
      while chunk.count < size {
        let bytes = try source.next(limit: size - chunk.count)
        if bytes.isEmpty { break }
        if chunk.isEmpty { chunk = bytes } else { chunk += bytes }
      }
    } catch {
      throw UnixFSError(.source, "reading the file", cause: error)
    }
    upcoming = chunk.isEmpty ? nil : chunk
  }

  /// The next chunk; `nil` at the end.
  mutating func next() throws(UnixFSError) -> [UInt8]? {
    guard let chunk = upcoming else { return nil }
    try read()
    return chunk
  }
}
