internal import FilCore
internal import Foundation

/// Files that no name leads to: they vanish with the process or their last user.
enum TemporaryFile {
  /// A file with all bytes of a source, which may be `limit` at most.
  static func holding(_ source: some ByteSource, limit: UInt64) throws(StoreError) -> RandomAccessFile {
    var source = source
    let folder = FileManager.default.temporaryDirectory.path
    let file: FileDescriptor
    do {
      file = try FileDescriptor(unnamedIn: folder)
    } catch {
      throw StoreError(error, folder)
    }
    var left = limit
    while true {
      let bytes = try source.next(limit: 1 << 20)
      if bytes.isEmpty { break }
      guard UInt64(bytes.count) <= left else {
        throw StoreError(.corrupt, "more than \(limit) bytes when decompressed")
      }
      left -= UInt64(bytes.count)
      do {
        try file.append(bytes)
      } catch {
        throw StoreError(error, folder)
      }
    }
    return try RandomAccessFile(owning: file, path: folder)
  }
}
