/// Arranges leaves as they come: those that fit directly under a node, then four trees of depth 1, four of depth 2, ...
enum UnixFSTrickleLayout {
  private static let treesPerDepth = 4

  /// The root over all chunks.
  static func root<Store: Blockstore>(
    _ chunks: inout UnixFSChunks<some ByteSource>, _ writer: inout UnixFSBlockWriter<Store>
  ) throws(UnixFSError) -> UnixFSPart {
    try tree(&chunks, &writer, maxDepth: .max)
  }

  private static func tree<Store: Blockstore>(
    _ chunks: inout UnixFSChunks<some ByteSource>, _ writer: inout UnixFSBlockWriter<Store>, maxDepth: Int
  ) throws(UnixFSError) -> UnixFSPart {
    var parts: [UnixFSPart] = []
    while parts.count < writer.options.maxLinks, let chunk = try chunks.next() {
      parts.append(try writer.leaf(chunk, kind: .raw))
    }
    var depth = 1
    while depth < maxDepth, !chunks.isAtEnd {
      for _ in 0..<treesPerDepth where !chunks.isAtEnd {
        parts.append(try tree(&chunks, &writer, maxDepth: depth))
      }
      depth += 1
    }
    return try writer.inner(parts)
  }
}
