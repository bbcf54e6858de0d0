internal import FilCore
internal import Synchronization

/// A CAR in many small zstd frames with Forest's index; frames that were read lately stay in memory.
final class SeekableCAR: SnapshotBlocks {
  /// A frame's blocks.
  private typealias Frame = [CID: [UInt8]]

  let roots: [CID]
  private let file: RandomAccessFile
  private let index: ForestIndex
  private let recent: Mutex<[(offset: UInt64, frame: Frame)]> = Mutex([])

  /// How many frames stay in memory.
  private static let recentCount = 64
  /// The most bytes that one frame may hold.
  private static let maxFrameBytes = 256 << 20

  init(_ file: RandomAccessFile, _ index: ForestIndex) throws(StoreError) {
    self.file = file
    self.index = index
    let source = try ZstdSource(FileSource(file))
    do throws(CARError) {
      roots = try CARReader(source).roots
    } catch {
      throw .snapshot(error)
    }
  }

  func source() throws(StoreError) -> SnapshotSource { SnapshotSource(try ZstdSource(FileSource(file))) }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    for offset in try index.frames(of: cid) {
      if let bytes = try frame(at: offset)[cid] { return bytes }
    }
    return nil
  }

  private func frame(at offset: UInt64) throws(StoreError) -> Frame {
    if let known = recent.withLock({ $0.first { $0.offset == offset }?.frame }) { return known }
    let frame = try readFrame(at: offset)
    recent.withLock { recent in
      if recent.count >= SeekableCAR.recentCount { recent.removeFirst() }
      recent.append((offset, frame))
    }
    return frame
  }

  private func readFrame(at offset: UInt64) throws(StoreError) -> Frame {
    let source = try ZstdSource(FileSource(file, from: offset), singleFrame: true)
    var bytes: [UInt8] = []
    while true {
      let part = try source.next(limit: 1 << 16)
      if part.isEmpty { break }
      bytes += part
      guard bytes.count <= SeekableCAR.maxFrameBytes else {
        throw StoreError(.corrupt, "\(file.path): frame at \(offset) is too large")
      }
    }
    return try SeekableCAR.sections(bytes)
  }

  private static func sections(_ bytes: [UInt8]) throws(StoreError) -> Frame {
    var frame: Frame = [:]
    var rest = bytes[...]
    while let (count, start) = try SectionParser.head(rest) {
      guard count <= rest.endIndex - start else { throw StoreError(.corrupt, "a section reaches beyond its frame") }
      let end = start + count
      let (cid, data) = try SectionParser.cid(rest[start..<end])
      frame[cid] = Array(rest[data..<end])
      rest = rest[end...]
    }
    return frame
  }
}
