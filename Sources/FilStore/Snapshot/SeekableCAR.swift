internal import FilCore
internal import Synchronization

/// A CAR in many small zstd frames with Forest's index; frames that were read lately stay in memory.
final class SeekableCAR: SnapshotBlocks {
  let roots: [CID]
  private let file: RandomAccessFile
  private let index: ForestIndex
  private let recent = Mutex(RecentFrames())

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
      let frame = try frame(at: offset)
      if let bytes = frame.blocks[cid] { return bytes }
      try requireCollision(with: cid, in: frame, at: offset)
    }
    return nil
  }

  /// Requires that a frame without a block has another one of the same hash, or the index would not lead there.
  private func requireCollision(with cid: CID, in frame: SnapshotFrame, at offset: UInt64) throws(StoreError) {
    let hash = ForestIndex.hash(cid)
    guard frame.blocks.keys.contains(where: { ForestIndex.hash($0) == hash }) else {
      throw StoreError(
        .corrupt, "\(file.path): the index leads to the frame at byte \(offset) for \(cid), which is not there")
    }
  }

  private func frame(at offset: UInt64) throws(StoreError) -> SnapshotFrame {
    if let known = recent.withLock({ $0.frame(at: offset) }) { return known }
    let frame: SnapshotFrame
    do throws(StoreError) {
      frame = try SnapshotFrame(ZstdSource(FileSource(file, from: offset), singleFrame: true))
    } catch {
      throw StoreError(error.code, "\(file.path): frame at byte \(offset): \(error.detail)")
    }
    recent.withLock { $0.add(frame, at: offset) }
    return frame
  }
}
