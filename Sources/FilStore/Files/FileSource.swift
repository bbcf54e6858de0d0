public import FilCore

/// The bytes of a file from a position on.
public struct FileSource: ByteSource, Sendable {
  private let file: RandomAccessFile
  private var offset: UInt64

  init(_ file: RandomAccessFile, from offset: UInt64 = 0) {
    self.file = file
    self.offset = offset
  }

  /// All bytes of the file at a path.
  ///
  /// - Throws: `StoreError` with code `failed` if it cannot be opened.
  public init(path: String) throws(StoreError) {
    self.init(try RandomAccessFile(opening: path))
  }

  /// The next bytes of the file.
  public mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    let bytes = try file.read(at: offset, count: limit)
    offset += UInt64(bytes.count)
    return bytes
  }
}
