internal import FilCore

/// The blocks of one zstd frame of a snapshot.
struct SnapshotFrame {
  /// The blocks.
  let blocks: [CID: [UInt8]]
  /// How many bytes the frame has.
  let byteCount: Int

  /// The most bytes that one frame may hold.
  private static let maxBytes = 64 << 20

  /// Reads whole sections.
  init(_ source: ZstdSource<FileSource>) throws(StoreError) {
    var bytes: [UInt8] = []
    while true {
      let part = try source.next(limit: 1 << 16)
      if part.isEmpty { break }
      bytes += part
      guard bytes.count <= SnapshotFrame.maxBytes else {
        throw StoreError(.corrupt, "more than \(SnapshotFrame.maxBytes) bytes")
      }
    }
    blocks = try SnapshotFrame.sections(bytes)
    byteCount = bytes.count
  }

  private static func sections(_ bytes: [UInt8]) throws(StoreError) -> [CID: [UInt8]] {
    var blocks: [CID: [UInt8]] = [:]
    var rest = bytes[...]
    while let (count, start) = try SectionParser.head(rest) {
      guard count <= rest.endIndex - start else {
        throw StoreError(.corrupt, "the section at byte \(rest.startIndex) of it reaches beyond it")
      }
      let end = start + count
      let (cid, data) = try SectionParser.cid(rest[start..<end])
      blocks[cid] = Array(rest[data..<end])
      rest = rest[end...]
    }
    return blocks
  }
}
