internal import FilCore
internal import Foundation

/// A file that is read at any position, by any number of threads.
///
/// It is read with `pread` and not mapped: a file that is cut off meanwhile gives an error, not a signal.
final class RandomAccessFile: Sendable {
  let path: String
  let size: UInt64
  private let descriptor: Int32

  /// Opens a file for reading.
  convenience init(opening path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path) }
    try self.init(owning: descriptor, path: path)
  }

  /// Takes an open descriptor and closes it in the end.
  init(owning descriptor: Int32, path: String) throws(StoreError) {
    self.descriptor = descriptor
    self.path = path
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else {
      defer { close(descriptor) }
      throw .system("seek", path)
    }
    size = UInt64(end)
  }

  deinit {
    close(descriptor)
  }

  /// The bytes from a position on: `count` of them, or fewer at the end of the file.
  func read(at offset: UInt64, count: Int) throws(StoreError) -> [UInt8] {
    guard offset < size else { return [] }
    let wanted = Int(min(UInt64(count), size - offset))
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted, failure == 0, let base = buffer.baseAddress {
        let step = pread(descriptor, base + filled, wanted - filled, off_t(offset) + off_t(filled))
        if step == 0 { break }
        if step > 0 { filled += step } else if errno != EINTR { failure = errno }
      }
    }
    guard failure == 0 else { throw .system("read", path, errno: failure) }
    return bytes
  }
}
