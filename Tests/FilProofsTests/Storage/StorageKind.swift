import FilProofs
import Foundation
import Testing

/// The implementations of `SectorStorage`, which all pass the same tests.
enum StorageKind: String, CaseIterable, CustomTestStringConvertible {
  case memory, directory

  /// Runs a test on an empty storage, and leaves nothing behind.
  func with(_ body: (any SectorStorage) throws -> Void) throws {
    switch self {
    case .memory: try body(InMemorySectorStorage())
    case .directory: try Self.withFolder { try body(DirectorySectorStorage(path: $0 + "/sector")) }
    }
  }

  /// Runs a test with a folder that is removed in the end.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sectors-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  var testDescription: String { rawValue }
}
