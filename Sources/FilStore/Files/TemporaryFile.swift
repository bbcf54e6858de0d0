internal import FilCore
internal import Foundation

/// Files that no name leads to: they vanish with the process or their last user.
enum TemporaryFile {
  /// A file with all bytes of a source.
  static func holding(_ source: some ByteSource) throws(StoreError) -> RandomAccessFile {
    var source = source
    let folder = FileManager.default.temporaryDirectory.path
    let file: FileDescriptor
    do {
      file = try FileDescriptor(unnamedIn: folder)
    } catch {
      throw StoreError(error, folder)
    }
    while true {
      let bytes = try source.next(limit: 1 << 20)
      if bytes.isEmpty { break }
      do {
        try file.append(bytes)
      } catch {
        throw StoreError(error, folder)
      }
    }
    return try RandomAccessFile(owning: file, path: folder)
  }
}
