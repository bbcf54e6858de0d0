import Foundation

/// Writing to people and programs.
enum Terminal {
  /// Writes one line to the error stream.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data("error: \(text)\n".utf8))
  }

  /// Writes progress to the error stream if a person watches it.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
  }

  /// Takes the line of progress away.
  static func endProgress() {
    progress("")
  }

  /// Writes an object as one line of JSON, its names sorted.
  static func json(_ object: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    print(String(decoding: data, as: UTF8.self))
  }
}
