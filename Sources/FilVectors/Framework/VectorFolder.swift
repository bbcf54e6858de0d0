internal import FilCore
internal import FilStore
public import Foundation

/// A folder of vectors of one kind; every file may be plain or compressed with zstd.
public struct VectorFolder: Sendable {
  /// The folder.
  public let url: URL

  /// The most bytes that one decompressed file may have.
  static let maxFileBytes = 4 << 30

  /// The folder at a place that need not exist.
  public init(_ url: URL) {
    self.url = url
  }

  /// The folder with vectors of a kind: below `$FIL_VECTORS` if that is set, else below `fallback`.
  ///
  /// - Parameters:
  ///   - kind: The folder's name, as "crypto".
  ///   - fallback: Where the repository's own selection is.
  public init(kind: String, fallback: URL) {
    let root = ProcessInfo.processInfo.environment["FIL_VECTORS"].map { URL(fileURLWithPath: $0) } ?? fallback
    url = root.appendingPathComponent(kind)
  }

  /// A folder inside this one.
  public func folder(_ name: String) -> VectorFolder {
    VectorFolder(url.appendingPathComponent(name))
  }

  /// The names of the files and folders inside, sorted, without `.zst`; empty if the folder does not exist.
  public var names: [String] {
    Set(fileNames.map { $0.hasSuffix(".zst") ? String($0.dropLast(4)) : $0 }).sorted()
  }

  /// The names of the files and folders inside as they are, sorted; empty if the folder does not exist.
  public var fileNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// The contents of a file, decompressed if it is stored as `name.zst`; `nil` if there is neither.
  ///
  /// - Throws: The system's error for a file that cannot be read, `StoreError` for damaged compression.
  public func data(_ name: String) throws -> [UInt8]? {
    let plain = url.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: plain.path) { return [UInt8](try Data(contentsOf: plain)) }
    let packed = url.appendingPathComponent(name + ".zst")
    guard FileManager.default.fileExists(atPath: packed.path) else { return nil }
    return try Zstd.decompress([UInt8](try Data(contentsOf: packed)), limit: VectorFolder.maxFileBytes)
  }

  /// A JSON document; `nil` if the file does not exist.
  ///
  /// - Throws: What `data` throws, `VectorError` for wrong JSON.
  public func document(_ name: String) throws -> JSONValue? {
    try data(name).map { try JSONValue(parsing: $0) }
  }

  /// The non-empty lines of a JSON Lines file, not parsed; `nil` if the file does not exist.
  ///
  /// - Throws: What `data` throws.
  public func rawLines(_ name: String) throws -> [ArraySlice<UInt8>]? {
    try data(name).map { $0.split(separator: 0x0a) }
  }

  /// The cases of a JSON Lines file; empty if the file does not exist.
  ///
  /// - Throws: What `data` throws, `VectorError` for wrong JSON.
  public func lines(_ name: String) throws -> [JSONValue] {
    try (rawLines(name) ?? []).map { try JSONValue(parsing: $0) }
  }
}
