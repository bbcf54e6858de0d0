import Foundation

/// Lines for people, written at once, so that a pipe shows how far the demo is.
enum Console {
  /// Writes a line to the standard output; where that cannot take it, the demo ends.
  static func print(_ line: String) {
    if !write(line, to: STDOUT_FILENO) {
      fail("cannot write the output: \(String(cString: strerror(errno)))", status: 1)
    }
  }

  /// Writes the one line that says why the demo ends, and ends it.
  static func fail(_ reason: String, status: Int32) -> Never {
    _ = write("store-and-retrieve: \(reason)", to: STDERR_FILENO)
    exit(status)
  }

  private static func write(_ line: String, to descriptor: Int32) -> Bool {
    var bytes = Array("\(line)\n".utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR else { return false }
      } else {
        bytes.removeFirst(count)
      }
    }
    return true
  }
}
