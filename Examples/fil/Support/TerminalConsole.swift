import Foundation

/// The standard streams.
final class TerminalConsole: Console {
  func line(_ text: String) { print(text) }

  func error(_ text: String) {
    FileHandle.standardError.write(Data("error: \(text)\n".utf8))
  }

  /// Shows progress if a person watches the error stream.
  func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K\(text ?? "")".utf8))
  }
}
