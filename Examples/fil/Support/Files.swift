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

  /// Requires that a path leads to a regular file that can be read; others, as a pipe, could keep the tool waiting.
  static func requireFile(_ path: String) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
      throw ToolError("no file '\(path)'")
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular?: break
    case .typeDirectory?: throw ToolError("'\(path)' is a folder")
    default: throw ToolError("'\(path)' is no regular file")
    }
    guard FileManager.default.isReadableFile(atPath: path) else { throw ToolError("'\(path)' may not be read") }
  }

  /// Makes a new file, which has its name only once it is full. A file that is there is left alone.
  static func create<Result>(_ path: String, _ fill: (FileSink) throws -> Result) throws -> Result {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw ToolError("'\(path)' is there already") }
    let partial = path + ".\(UUID().uuidString.prefix(8)).partial"
    do {
      let sink = try FileSink(path: partial)
      let result = try fill(sink)
      try sink.finish()
      try manager.moveItem(atPath: partial, toPath: path)
      return result
    } catch {
      try? manager.removeItem(atPath: partial)
      throw error
    }
  }
}
