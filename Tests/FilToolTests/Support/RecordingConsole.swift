import Synchronization

@testable import fil

/// A console that keeps what is written.
final class RecordingConsole: Console {
  private struct State {
    var lines: [String] = []
    var errors: [String] = []
  }

  private let state = Mutex(State())

  var lines: [String] { state.withLock { $0.lines } }
  var errors: [String] { state.withLock { $0.errors } }

  func line(_ text: String) { state.withLock { $0.lines.append(text) } }
  func error(_ text: String) { state.withLock { $0.errors.append(text) } }
  func progress(_ text: String?) {}
}
