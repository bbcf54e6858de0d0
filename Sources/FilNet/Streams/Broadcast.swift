internal import Synchronization

/// Passes elements on to all who listen, each with a bounded queue that loses its oldest when it is full.
final class Broadcast<Element: Sendable>: Sendable {
  private struct State {
    var listeners: [(id: UInt64, continuation: AsyncStream<Element>.Continuation)] = []
    var lastID: UInt64 = 0
    var isFinished = false
  }

  private let state = Mutex(State())

  /// Whether nobody listens.
  var isEmpty: Bool { state.withLock { $0.listeners.isEmpty } }

  /// The elements from now on.
  func listen(bufferingNewest capacity: Int) -> AsyncStream<Element> {
    let (stream, continuation) = AsyncStream<Element>.makeStream(bufferingPolicy: .bufferingNewest(max(1, capacity)))
    let id: UInt64? = state.withLock { state in
      guard !state.isFinished else { return nil }
      state.lastID += 1
      state.listeners.append((state.lastID, continuation))
      return state.lastID
    }
    guard let id else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in self?.remove(id) }
    return stream
  }

  func send(_ element: Element) {
    for (_, continuation) in state.withLock({ $0.listeners }) { continuation.yield(element) }
  }

  func finish() {
    let listeners = state.withLock { state in
      state.isFinished = true
      return state.listeners
    }
    for (_, continuation) in listeners { continuation.finish() }
  }

  private func remove(_ id: UInt64) {
    state.withLock { $0.listeners.removeAll { $0.id == id } }
  }
}
