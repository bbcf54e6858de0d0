public import FilCore
internal import Foundation

/// Writes a new file, through a buffer.
///
/// What was written is durable, and complete, when `finish` has returned.
public final class FileSink: ByteSink {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferBytes = 1 << 20

  /// Creates a file, or empties the one that is there.
  ///
  /// - Throws: `StoreError` with code `failed` if it cannot be created.
  public init(path: String) throws(StoreError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("create", path) }
  }

  deinit {
    close(descriptor)
  }

  /// Takes bytes, and writes them when enough have come together.
  public func write(_ bytes: [UInt8]) throws(StoreError) {
    buffer += bytes
    if buffer.count >= FileSink.bufferBytes { try drain() }
  }

  /// Writes what is left and waits until the file is on the disk.
  ///
  /// - Throws: `StoreError`: `full` if the disk is, else `failed`.
  public func finish() throws(StoreError) {
    try drain()
    guard fsync(descriptor) == 0 else { throw .system("sync", path) }
  }

  private func drain() throws(StoreError) {
    var written = 0
    while written < buffer.count {
      let step = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.map { Foundation.write(descriptor, $0 + written, bytes.count - written) } ?? 0
      }
      if step >= 0 { written += step } else if errno != EINTR { throw .system("write", path) }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
