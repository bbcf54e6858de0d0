internal import Synchronization

/// Wakes the one task that waits for a change.
///
/// A notification that comes while nobody waits is kept for the next one who does.
final class Signal: Sendable {
  private enum State {
    case idle
    case notified
    case waiting(CheckedContinuation<Bool, Never>)
  }

  private let state = Mutex(State.idle)

  /// Waits for a notification; `false` if the task was cancelled, or another one waits already.
  func wait() async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if let answer = register(continuation) { continuation.resume(returning: answer) }
        if Task.isCancelled { cancel() }
      }
    } onCancel: {
      cancel()
    }
  }

  func notify() {
    take(leaving: .notified)?.resume(returning: true)
  }

  private func cancel() {
    take(leaving: nil)?.resume(returning: false)
  }

  /// What to answer at once, if anything.
  private func register(_ continuation: CheckedContinuation<Bool, Never>) -> Bool? {
    state.withLock { state in
      switch state {
      case .idle:
        state = .waiting(continuation)
        return nil
      case .notified:
        state = .idle
        return true
      case .waiting: return false
      }
    }
  }

  private func take(leaving rest: State?) -> CheckedContinuation<Bool, Never>? {
    state.withLock { state in
      if case .waiting(let continuation) = state {
        state = .idle
        return continuation
      }
      if let rest { state = rest }
      return nil
    }
  }
}
