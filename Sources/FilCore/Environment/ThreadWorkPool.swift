internal import Dispatch
internal import Synchronization

/// A pool with a fixed number of threads, first come first served.
public final class ThreadWorkPool: WorkPool {
  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var running = 0
  }

  /// How many pieces of work run at the same time.
  public let width: Int
  private let queue = DispatchQueue(label: "swift-filecoin work", attributes: .concurrent)
  private let state = Mutex(State())

  /// A pool.
  ///
  /// - Parameter width: How many pieces of work run at the same time; at least one does.
  public init(width: Int) {
    self.width = max(1, width)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run<Value: Sendable, Failure: Error>(
    _ name: String, _ work: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result = await withCheckedContinuation { continuation in
      submit { continuation.resume(returning: Result(catching: work)) }
    }
    return try result.get()
  }

  /// Queues work that tells of its end itself.
  ///
  /// - Parameter work: Synchronous code.
  public func submit(_ work: @escaping @Sendable () -> Void) {
    let needsThread = state.withLock { state in
      state.waiting.append(work)
      guard state.running < width else { return false }
      state.running += 1
      return true
    }
    if needsThread { queue.async { self.drain() } }
  }

  private func drain() {
    while let work = next() { work() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
