import Foundation

@testable import fil

/// One run of the tool: its exit status and what it wrote.
struct ToolRun {
  let status: Int32
  let lines: [String]
  let errors: [String]

  /// Runs the tool with arguments.
  init(_ arguments: String...) {
    self.init(all: arguments)
  }

  /// Runs the tool with arguments.
  init(all arguments: [String]) {
    let console = RecordingConsole()
    status = FilTool.run(arguments, console)
    lines = console.lines
    errors = console.errors
  }

  /// The lines as JSON objects.
  func objects() throws -> [[String: Any]] {
    try lines.compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }
}
