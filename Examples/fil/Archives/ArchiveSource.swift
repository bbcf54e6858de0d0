import FilCore
import FilStore

/// The bytes of an archive, decompressed if they are zstd frames.
enum ArchiveSource: ByteSource {
  case plain(FileSource)
  case compressed(ZstdSource<FileSource>)

  /// The archive in a file.
  init(path: String) throws {
    try Files.requireFile(path)
    var start = try FileSource(path: path)
    let magic = try start.next(limit: 4)
    let file = try FileSource(path: path)
    self = magic == [0x28, 0xb5, 0x2f, 0xfd] ? .compressed(try ZstdSource(file)) : .plain(file)
  }

  mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    switch self {
    case .plain(var source):
      defer { self = .plain(source) }
      return try source.next(limit: limit)
    case .compressed(let source): return try source.next(limit: limit)
    }
  }
}
