#if os(Linux) || os(macOS)
  import Foundation

  @testable import StoreWriter

  /// A running `StoreWriter`, and what it has reported.
  final class WriterProcess {
    struct Failure: Error {
      let what: String
    }

    private let identifier: pid_t
    private let pipe: Int32
    private var unread: [UInt8] = []
    private(set) var reports: [WriterReport] = []

    /// Starts the writer with arguments.
    init(_ arguments: [String]) throws {
      let program = try Self.program()
      var ends: [Int32] = [0, 0]
      guard Foundation.pipe(&ends) == 0 else { throw Failure(what: "pipe") }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_addclose(&actions, ends[0])
      posix_spawn_file_actions_addclose(&actions, ends[1])
      var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var made: pid_t = 0
      let status = posix_spawn(&made, program, &actions, nil, &words, environ)
      close(ends[1])
      pipe = ends[0]
      identifier = made
      // The other end goes to no process but this one.
      _ = fcntl(pipe, F_SETFD, FD_CLOEXEC)
      guard status == 0 else { throw Failure(what: "start \(program): \(String(cString: strerror(status)))") }
    }

    deinit {
      close(pipe)
    }

    /// The program, which is built beside the tests.
    private static func program() throws -> String {
      let folders = [CommandLine.arguments[0], Bundle.main.bundlePath] + Bundle.allBundles.map(\.bundlePath)
      for folder in folders {
        for up in [URL(fileURLWithPath: folder), URL(fileURLWithPath: folder).deletingLastPathComponent()] {
          let path = up.appendingPathComponent("StoreWriter").path
          if access(path, X_OK) == 0 { return path }
        }
      }
      throw Failure(what: "no StoreWriter beside \(folders)")
    }

    /// Waits until the writer has reported so often or ended.
    func wait(forReports count: Int) throws {
      while reports.count < count, try receive() {}
    }

    /// Kills the writer without warning, and takes what it had reported.
    ///
    /// - Returns: Whether it is the signal that has ended it.
    func kill() throws -> Bool {
      guard Foundation.kill(identifier, SIGKILL) == 0 else { throw Failure(what: "kill") }
      return try waitForEnd() & 0x7f == SIGKILL
    }

    /// Takes all reports, and the status with which the writer has ended.
    func waitForEnd() throws -> Int32 {
      while try receive() {}
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0 {
        guard errno == EINTR else { throw Failure(what: "wait") }
      }
      return status
    }

    /// Takes what comes next; whether there was something.
    private func receive() throws -> Bool {
      var request = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 20_000) > 0 else {
        Foundation.kill(identifier, SIGKILL)
        throw Failure(what: "the writer is silent")
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(pipe, &buffer, buffer.count)
      guard count > 0 else { return false }
      unread += buffer[..<count]
      while let end = unread.firstIndex(of: 10) {
        if let report = WriterReport(line: String(decoding: unread[..<end], as: UTF8.self)) { reports.append(report) }
        unread.removeFirst(end + 1)
      }
      return true
    }
  }
#endif
