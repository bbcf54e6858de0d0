internal import FilCore

/// A file that is read at any position, by any number of threads.
///
/// It is read with calls and not mapped: a file that is cut off meanwhile gives an error, not a signal.
final class RandomAccessFile: Sendable {
  let path: String
  let size: UInt64
  private let descriptor: FileDescriptor

  /// Opens a file for reading.
  convenience init(opening path: String) throws(StoreError) {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor(opening: path, for: .reading)
    } catch {
      throw StoreError(error, path)
    }
    try self.init(owning: descriptor, path: path)
  }

  /// Takes an open file.
  init(owning descriptor: consuming FileDescriptor, path: String) throws(StoreError) {
    do {
      size = try descriptor.size()
    } catch {
      throw StoreError(error, path)
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// The bytes from a position on: `count` of them, or fewer at the end of the file.
  func read(at offset: UInt64, count: Int) throws(StoreError) -> [UInt8] {
    guard offset < size else { return [] }
    do {
      return try descriptor.read(at: offset, count: Int(min(UInt64(count), size - offset)))
    } catch {
      throw StoreError(error, path)
    }
  }
}
