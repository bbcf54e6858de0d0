import Foundation

/// The file that is stored.
struct InputFile: Sendable {
  /// What is left of a sector of 8 MiB for a file, when its archive's own bytes are counted.
  static let maxBytes = 8_300_000

  let path: String

  /// Reads the file, where a link leads to it too.
  ///
  /// - Throws: `DemoError` if it cannot be read, or no sector can hold it.
  func read() throws(DemoError) -> [UInt8] {
    // Without waiting for the other end of what is a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isRegular else {
      throw DemoError("\(path) is no file")
    }
    guard status.size <= Self.maxBytes else { throw tooLarge(status.size) }
    let bytes = try self.bytes(of: descriptor)
    // It may have grown since.
    guard bytes.count <= Self.maxBytes else { throw tooLarge(bytes.count) }
    return bytes
  }

  /// All bytes, up to one more than there may be.
  private func bytes(of descriptor: Int32) throws(DemoError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.maxBytes {
      let wanted = min(buffer.count, Self.maxBytes + 1 - bytes.count)
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, wanted) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(errno) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func unreadable(_ code: Int32) -> DemoError {
    if code == ENOENT, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
      return DemoError("cannot read \(path): it is a link to \(target), which is not there")
    }
    return DemoError("cannot read \(path): \(String(cString: strerror(code)))")
  }

  private func tooLarge(_ size: Int) -> DemoError {
    DemoError("\(path) has \(size) bytes; a sector of 8 MiB takes a file of \(Self.maxBytes) at most")
  }
}
