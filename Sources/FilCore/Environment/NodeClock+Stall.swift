extension NodeClock {
  /// Runs a closure and cancels it when it makes no progress.
  ///
  /// - Parameters:
  ///   - limit: How long the closure may go without progress; it is noticed after twice that time at the latest.
  ///   - body: What is run; it marks each progress, and has to end when it is cancelled.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; `TimeoutError` if it stood still and did not return a value all the same.
  public func withStallLimit<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable (ProgressMark) async throws -> Value
  ) async throws -> Value {
    let mark = ProgressMark()
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body(mark) }
      group.addTask {
        try await waitForStall(of: mark, limit)
        return nil
      }
      guard case .some(.some(let value)) = try await group.next() else {
        group.cancelAll()
        return try await lateValue(of: &group, limit)
      }
      return value
    }
  }

  /// Returns when nothing was marked for some time.
  private func waitForStall(of mark: ProgressMark, _ limit: Duration) async throws(CancellationError) {
    while true {
      let before = mark.count
      try await sleep(for: limit)
      if mark.count == before { return }
    }
  }
}
