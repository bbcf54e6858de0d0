import Synchronization

/// Tells how far a command is, once it has run for a second, a few times a second.
final class Progress: Sendable {
  private struct State {
    var next = ContinuousClock.now + .seconds(1)
    var isShown = false
  }

  private let console: any Console
  private let state = Mutex(State())

  /// Progress of a command that begins now.
  init(_ console: any Console) {
    self.console = console
  }

  /// Shows where the command is, if it is time to.
  func update(_ text: @autoclosure () -> String) {
    let isDue = state.withLock { state in
      guard ContinuousClock.now >= state.next else { return false }
      state = State(next: ContinuousClock.now + .milliseconds(200), isShown: true)
      return true
    }
    if isDue { console.progress(text()) }
  }

  /// Takes away what was shown.
  func end() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { console.progress(nil) }
  }
}
