internal import FilCore

/// A sector's files in a directory of its own, under their usual names.
///
/// ```swift
/// let storage = DirectorySectorStorage(path: "/sectors/f01000-7")
/// ```
///
/// The directory is made by the first write, for its owner alone. The directory that holds it must be there: a disk
/// that is not mounted is an error, not a sector on another disk.
///
/// Nothing is kept between calls, neither open files nor sizes: what happens to the files, also by other hands, is seen
/// by the next call, and any number of threads may call. A write that fails leaves what was written of it.
///
/// A process whose file size is limited gets the signal `SIGXFSZ` for a write beyond the limit, which ends it unless it
/// ignores that signal. A library leaves signals alone; a program that calls `signal(SIGXFSZ, SIG_IGN)` gets an error,
/// "File too large", as it does for a full disk.
public struct DirectorySectorStorage: SectorStorage {
  /// Where the directory is.
  public let path: String

  /// A storage in a directory, which need not exist.
  ///
  /// - Parameter path: Where the directory is.
  public init(path: String) {
    self.path = path
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func size(of file: SectorFile) throws(SectorStorageError) -> UInt64? {
    do {
      return try FileDescriptor(opening: path(of: file), for: .reading).size()
    } catch {
      if error.isMissing { return nil }
      throw SectorStorageError(error, file)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func read(_ file: SectorFile, at offset: UInt64, count: Int) throws(SectorStorageError) -> [UInt8] {
    let (bytes, size) = try reading(file, offset, count)
    guard let bytes, bytes.count == count else {
      throw SectorStorageError(.outOfRange, file, "\(count) bytes at \(offset) of \(size)")
    }
    return bytes
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func write(_ bytes: [UInt8], to file: SectorFile, at offset: UInt64) throws(SectorStorageError) {
    guard offset <= UInt64(Int.max - bytes.count) else {
      throw SectorStorageError(.outOfRange, file, "no place for \(bytes.count) bytes at \(offset)")
    }
    do {
      try opened(file).write(bytes, at: offset)
    } catch {
      throw SectorStorageError(error, file)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func remove(_ file: SectorFile) throws(SectorStorageError) {
    do {
      try FileSystem.removeFile(path(of: file))
    } catch {
      throw SectorStorageError(error, file)
    }
  }

  // MARK: Files

  private func path(of file: SectorFile) -> String { "\(path)/\(file.name)" }

  /// The file, opened for writing; made, with the directory, if it is not there.
  private func opened(_ file: SectorFile) throws(SystemCallError) -> FileDescriptor {
    do {
      return try FileDescriptor(opening: path(of: file), for: .writing)
    } catch {
      guard error.isMissing else { throw error }
      try FileSystem.makeDirectory(path, permissions: 0o700)
      return try FileDescriptor(opening: path(of: file), for: .writing)
    }
  }

  /// The bytes, `nil` if the file is too short for all of them; and its size.
  private func reading(
    _ file: SectorFile, _ offset: UInt64, _ count: Int
  ) throws(SectorStorageError) -> (bytes: [UInt8]?, size: UInt64) {
    do {
      let descriptor = try FileDescriptor(opening: path(of: file), for: .reading)
      let size = try descriptor.size()
      // Compared before memory is taken.
      guard count >= 0, offset <= size, UInt64(count) <= size - offset else { return (nil, size) }
      return (try descriptor.read(at: offset, count: count), size)
    } catch {
      throw SectorStorageError(error, file)
    }
  }
}

extension SectorStorageError {
  init(_ error: SystemCallError, _ file: SectorFile) {
    if error.isMissing && error.call == "open" {
      self.init(.missing, file, "does not exist")
    } else {
      self.init(.failed, file, error.description)
    }
  }
}
