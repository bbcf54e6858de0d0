/// Where the files of one sector are: in memory, in a directory, or elsewhere.
///
/// A sector is sealed, proven and unsealed by one user at a time; implementations need no order between calls that
/// write the same file at once.
public protocol SectorStorage: Sendable {
  /// The number of bytes of a file; `nil` if it does not exist.
  func size(of file: SectorFile) throws(SectorStorageError) -> UInt64?

  /// Reads exactly `count` bytes.
  ///
  /// - Throws: `SectorStorageError.missing` or `outOfRange` if they are not there.
  func read(_ file: SectorFile, at offset: UInt64, count: Int) throws(SectorStorageError) -> [UInt8]

  /// Writes bytes, in place of what is there, making the file or extending it with zeros as needed.
  ///
  /// A write of no bytes makes the file and does not extend it.
  ///
  /// - Throws: `SectorStorageError` if the storage cannot take them.
  func write(_ bytes: [UInt8], to file: SectorFile, at offset: UInt64) throws(SectorStorageError)

  /// Removes a file, if it exists.
  ///
  /// - Throws: `SectorStorageError` if the storage fails.
  func remove(_ file: SectorFile) throws(SectorStorageError)
}

extension SectorStorage {
  /// Reads a whole file.
  ///
  /// - Throws: `SectorStorageError.missing` if it does not exist.
  public func read(_ file: SectorFile) throws(SectorStorageError) -> [UInt8] {
    guard let size = try size(of: file) else { throw SectorStorageError(.missing, file, "does not exist") }
    return try read(file, at: 0, count: Int(size))
  }

  /// Reads one node.
  func node(_ file: SectorFile, at index: UInt64) throws(SectorStorageError) -> [UInt8] {
    try read(file, at: 32 * index, count: 32)
  }
}
