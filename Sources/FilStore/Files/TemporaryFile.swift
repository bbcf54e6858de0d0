internal import FilCore
internal import Foundation

/// Files that no name leads to: they vanish with the process or their last user.
enum TemporaryFile {
  /// A file with all bytes of a source.
  static func holding(_ source: some ByteSource) throws(StoreError) -> RandomAccessFile {
    var source = source
    let template = FileManager.default.temporaryDirectory.appendingPathComponent("filecoin-XXXXXX").path
    var name = Array(template.utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .system("create", template) }
    unlink(name)
    do {
      while true {
        let bytes = try source.next(limit: 1 << 20)
        if bytes.isEmpty { break }
        try write(bytes, to: descriptor, template)
      }
    } catch {
      close(descriptor)
      throw error
    }
    return try RandomAccessFile(owning: descriptor, path: template)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(StoreError) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Foundation.write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if step >= 0 { written += step } else if errno != EINTR { throw .system("write", path) }
    }
  }
}
