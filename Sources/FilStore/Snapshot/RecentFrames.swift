/// The frames that were read last, in bounded memory.
struct RecentFrames {
  private var frames: [(offset: UInt64, frame: SnapshotFrame)] = []
  private var byteCount = 0

  /// How many frames are kept, and how many bytes they may have together.
  private static let maxCount = 64
  private static let maxBytes = 64 << 20

  /// The frame at a position, if it is still here.
  func frame(at offset: UInt64) -> SnapshotFrame? {
    frames.first { $0.offset == offset }?.frame
  }

  /// Keeps a frame, and lets go of the oldest ones.
  mutating func add(_ frame: SnapshotFrame, at offset: UInt64) {
    guard self.frame(at: offset) == nil else { return }
    frames.append((offset, frame))
    byteCount += frame.byteCount
    while frames.count > RecentFrames.maxCount || byteCount > RecentFrames.maxBytes {
      byteCount -= frames.removeFirst().frame.byteCount
    }
  }
}
