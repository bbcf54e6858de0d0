internal import Synchronization

/// A sector's files in memory.
public final class InMemorySectorStorage: SectorStorage {
  private let files = Mutex<[SectorFile: [UInt8]]>([:])

  /// A storage without files.
  public init() {}

  /// The files that exist, in no order.
  public var existing: [SectorFile] { files.withLock { Array($0.keys) } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func size(of file: SectorFile) -> UInt64? {
    files.withLock { $0[file].map { UInt64($0.count) } }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func read(_ file: SectorFile, at offset: UInt64, count: Int) throws(SectorStorageError) -> [UInt8] {
    try files.withLock { (files) throws(SectorStorageError) in
      guard let bytes = files[file] else { throw SectorStorageError(.missing, file, "does not exist") }
      guard count >= 0, offset <= UInt64(bytes.count), count <= bytes.count - Int(offset) else {
        throw SectorStorageError(.outOfRange, file, "\(count) bytes at \(offset) of \(bytes.count)")
      }
      return Array(bytes[Int(offset)..<Int(offset) + count])
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func write(_ bytes: [UInt8], to file: SectorFile, at offset: UInt64) throws(SectorStorageError) {
    guard offset <= UInt64(Int.max - bytes.count) else {
      throw SectorStorageError(.outOfRange, file, "no place for \(bytes.count) bytes at \(offset)")
    }
    files.withLock { Self.put(bytes, into: &$0[file, default: []], at: Int(offset)) }
  }

  private static func put(_ bytes: [UInt8], into file: inout [UInt8], at offset: Int) {
    if offset == file.count || bytes.isEmpty {
      file.append(contentsOf: bytes)
      return
    }
    let missing = offset + bytes.count - file.count
    if missing > 0 { file.append(contentsOf: [UInt8](repeating: 0, count: missing)) }
    file.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyMemory(from: $0) }
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func remove(_ file: SectorFile) {
    files.withLock { $0[file] = nil }
  }
}
