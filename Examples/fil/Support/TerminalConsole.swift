import Foundation
import Synchronization

/// The standard streams.
///
/// Lines wait in memory until there are many of them, or are written at once where a person reads them. Where the output
/// cannot be written, the tool ends: what asked for it must not take it for complete.
final class TerminalConsole: Console {
  private static let bufferBytes = 1 << 16

  private let pending = Mutex<[UInt8]>([])
  private let isInteractive = isatty(STDOUT_FILENO) == 1

  func line(_ text: String) {
    let isDue = pending.withLock { pending in
      pending.append(contentsOf: text.utf8)
      pending.append(UInt8(ascii: "\n"))
      return isInteractive || pending.count >= TerminalConsole.bufferBytes
    }
    if isDue { flush() }
  }

  /// Writes the lines that wait.
  func flush() {
    let bytes = pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
    guard let code = TerminalConsole.write(bytes, to: STDOUT_FILENO) else { return }
    error("cannot write the output: \(String(cString: strerror(code)))")
    exit(1)
  }

  func error(_ text: String) {
    // There is nobody left to tell where this fails.
    _ = TerminalConsole.write(Array("error: \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Shows progress if a person watches the error stream.
  func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    _ = TerminalConsole.write(Array("\r\u{1b}[K\(text ?? "")".utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes; the system's reason if it does not take them.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
