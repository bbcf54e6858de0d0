import Foundation

/// Lines for people, written at once, so that a pipe shows how far the demo is.
enum Console {
  /// Fills in standard streams that are closed, so that no file that is opened later gets their numbers.
  ///
  /// - Returns: Whether there is an output.
  static func takeStreams() -> Bool {
    let hasOutput = fcntl(STDOUT_FILENO, F_GETFD) != -1
    // The lowest number that is free is the one that is taken.
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
    return hasOutput
  }

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
