import FilCore
import FilStore
import Foundation

/// A failure that is told in one line.
struct ToolError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Files, with errors that say which one.
enum Files {
  /// All bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    try requireFile(path)
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw ToolError("cannot read '\(path)': \((error as NSError).localizedDescription)")
    }
  }

  /// Requires that a path leads to a file that can be read.
  static func requireFile(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ToolError("no file '\(path)'")
    }
    guard !isFolder.boolValue else { throw ToolError("'\(path)' is a folder") }
    guard FileManager.default.isReadableFile(atPath: path) else { throw ToolError("'\(path)' may not be read") }
  }

  /// Makes a new file and fills it; if that fails, the file is gone again. A file that is there is left alone.
  static func create<Result>(_ path: String, _ fill: (FileSink) throws -> Result) throws -> Result {
    guard !FileManager.default.fileExists(atPath: path) else { throw ToolError("'\(path)' is there already") }
    do {
      let sink = try FileSink(path: path)
      let result = try fill(sink)
      try sink.finish()
      return result
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }
}
