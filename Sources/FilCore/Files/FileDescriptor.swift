#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file, closed when its owner goes; any number of threads may read and write at positions of it.
///
/// Files are read and written by calls and never mapped: a file that is cut off meanwhile gives an error, not a signal.
package struct FileDescriptor: ~Copyable, Sendable {
  /// What a file is opened for.
  package enum Purpose: Sendable {
    /// Reading what is there.
    case reading
    /// Writing into what is there, or into a new file.
    case writing
    /// Writing a file anew.
    case replacing

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY
      case .writing: O_WRONLY | O_CREAT
      case .replacing: O_WRONLY | O_CREAT | O_TRUNC
      }
    }
  }

  private let number: Int32

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - purpose: What for.
  ///   - permissions: Those of a file that is new.
  /// - Throws: `SystemCallError`.
  package init(
    opening path: String, for purpose: Purpose, permissions: UInt16 = 0o644
  ) throws(SystemCallError) {
    number = open(path, purpose.flags | O_CLOEXEC, mode_t(permissions))
    guard number >= 0 else { throw SystemCallError("open") }
  }

  /// Creates a file that no name leads to: it vanishes with its last user.
  ///
  /// - Parameter folder: Where its bytes are.
  /// - Throws: `SystemCallError`.
  package init(unnamedIn folder: String) throws(SystemCallError) {
    var name = Array("\(folder)/filecoin-XXXXXX".utf8CString)
    number = mkstemp(&name)
    guard number >= 0 else { throw SystemCallError("create") }
    unlink(name)
  }

  deinit {
    close(number)
  }

  /// The number of bytes of a regular file.
  ///
  /// - Throws: `SystemCallError`, also if it is a folder, or without a size such as a pipe.
  package func size() throws(SystemCallError) -> UInt64 {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemCallError("size") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return UInt64(status.st_size)
    case S_IFDIR: throw SystemCallError("size", code: EISDIR)
    default: throw SystemCallError("size", code: ESPIPE)
    }
  }

  /// The bytes from a position on: `count` of them, or fewer at the end of the file.
  ///
  /// - Parameters:
  ///   - offset: The position.
  ///   - count: How many; memory is taken for all of them.
  /// - Returns: The bytes.
  /// - Throws: `SystemCallError`.
  package func read(at offset: UInt64, count: Int) throws(SystemCallError) -> [UInt8] {
    guard let start = off_t(exactly: offset), !start.addingReportingOverflow(off_t(count)).overflow else {
      throw SystemCallError("read", code: EINVAL)
    }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, failure == 0, let base = buffer.baseAddress {
        let step = pread(number, base + filled, count - filled, start + off_t(filled))
        if step == 0 { break }
        if step > 0 { filled += step } else if errno != EINTR { failure = errno }
      }
    }
    guard failure == 0 else { throw SystemCallError("read", code: failure) }
    return bytes
  }

  /// Writes bytes at a position; what is between the end of the file and them becomes zero.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - offset: The position.
  /// - Throws: `SystemCallError`: some of the bytes may have been written.
  package func write(_ bytes: [UInt8], at offset: UInt64) throws(SystemCallError) {
    guard let start = off_t(exactly: offset), !start.addingReportingOverflow(off_t(bytes.count)).overflow else {
      throw SystemCallError("write", code: EFBIG)
    }
    try writeAll(bytes) { base, count, done in pwrite(number, base, count, start + off_t(done)) }
  }

  /// Writes bytes behind those that were appended before.
  ///
  /// - Parameter bytes: The bytes.
  /// - Throws: `SystemCallError`: some of the bytes may have been written.
  package func append(_ bytes: [UInt8]) throws(SystemCallError) {
    try writeAll(bytes) { base, count, _ in systemWrite(number, base, count) }
  }

  /// Waits until all that was written is on the disk.
  ///
  /// - Throws: `SystemCallError`.
  package func sync() throws(SystemCallError) {
    guard fsync(number) == 0 else { throw SystemCallError("sync") }
  }

  private func writeAll(
    _ bytes: [UInt8], _ write: (UnsafeRawPointer, Int, Int) -> Int
  ) throws(SystemCallError) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { write($0 + written, buffer.count - written, written) } ?? 0
      }
      if step >= 0 { written += step } else if errno != EINTR { throw SystemCallError("write") }
    }
  }
}

/// The system's `write`, which within ``FileDescriptor`` would be the method.
private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(number, bytes, count)
}
