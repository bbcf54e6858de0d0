public import FilCore

/// The bytes of the CAR in a snapshot file, decompressed if need be.
public struct SnapshotSource: ByteSource {
  private enum Origin {
    case file(FileSource)
    case frames(ZstdSource<FileSource>)
  }

  private var origin: Origin

  init(_ file: FileSource) {
    origin = .file(file)
  }

  init(_ frames: ZstdSource<FileSource>) {
    origin = .frames(frames)
  }

  /// The next bytes of the CAR.
  public mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    switch origin {
    case .frames(let frames): return try frames.next(limit: limit)
    case .file(var file):
      defer { origin = .file(file) }
      return try file.next(limit: limit)
    }
  }
}
