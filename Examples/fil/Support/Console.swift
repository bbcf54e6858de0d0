import Foundation

/// Where a command writes: the terminal, or a record of a test.
protocol Console: AnyObject, Sendable {
  /// Writes one line of output.
  func line(_ text: String)

  /// Writes one line to the error stream.
  func error(_ text: String)

  /// Shows how far a long command is, in the place of what was shown before; nothing takes it away.
  func progress(_ text: String?)
}

extension Console {
  /// Writes an object as one line of JSON, its names sorted.
  func json(_ object: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    line(String(decoding: data, as: UTF8.self))
  }
}
