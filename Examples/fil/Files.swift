import Foundation

/// A failure that is told in one line.
struct ToolError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Reading files with errors that say which one.
enum Files {
  /// All bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw ToolError("cannot read '\(path)': \((error as NSError).localizedDescription)")
    }
  }
}
