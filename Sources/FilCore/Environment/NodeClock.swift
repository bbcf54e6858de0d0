/// What a node takes for time: the wall clock, or one that a simulation moves.
public protocol NodeClock: Sendable {
  /// The present moment.
  var now: NetworkTime { get }

  /// Suspends until a moment has come; returns at once if it has passed.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, at once.
  func sleep(until deadline: NetworkTime) async throws(CancellationError)
}

extension NodeClock {
  /// Suspends for some time.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, at once.
  public func sleep(for duration: Duration) async throws(CancellationError) {
    try await sleep(until: now + duration)
  }
}
