import Foundation

/// A folder for files that are read while benchmarks run.
enum Scratch {
  /// The folder, which whoever needs it makes.
  static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmarks-\(UUID())")

  /// Removes it.
  static func remove() { try? FileManager.default.removeItem(at: folder) }
}
