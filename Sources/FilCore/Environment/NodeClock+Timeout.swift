extension NodeClock {
  /// Runs a closure and cancels it when it takes too long.
  ///
  /// - Parameters:
  ///   - limit: How long the closure may take.
  ///   - body: What is run; it has to end when it is cancelled.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; `TimeoutError` if it took too long and did not return a value all the same.
  public func withTimeout<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let deadline = now + limit
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask {
        try await sleep(until: deadline)
        return nil
      }
      guard case .some(.some(let value)) = try await group.next() else {
        group.cancelAll()
        return try await lateValue(of: &group, limit)
      }
      return value
    }
  }

  /// What a cancelled closure comes to.
  func lateValue<Value: Sendable>(
    of group: inout ThrowingTaskGroup<Value?, any Error>, _ limit: Duration
  ) async throws -> Value {
    do {
      if case .some(.some(let value)) = try await group.next() { return value }
    } catch {
      try Task.checkCancellation()
    }
    throw TimeoutError(limit: limit)
  }
}
