/// Runs heavy synchronous work away from the tasks of a node: sealing, proving, hashing of whole files.
public protocol WorkPool: Sendable {
  /// Runs work on another thread and suspends until it is done.
  ///
  /// Work that was handed over runs to its end, also when the task is cancelled meanwhile.
  ///
  /// - Parameters:
  ///   - name: What is done, for people.
  ///   - work: Synchronous code; it must not wait for other work of the pool.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func run<Value: Sendable, Failure: Error>(
    _ name: String, _ work: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value
}
