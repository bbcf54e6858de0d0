public import FilCore

/// Runs heavy work of a simulation on other threads, so that nobody can tell how long it took.
///
/// Virtual time stands still while work is out, and results come in the order in which the work was handed over, each
/// when nothing else is left to run.
public struct DeterministicWorkPool: WorkPool {
  let executor: DeterministicExecutor
  let threads: ThreadWorkPool

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run<Value: Sendable, Failure: Error>(
    _ name: String, _ work: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let executor = executor
    let result = await withCheckedContinuation { (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
      let id = executor.registerWork()
      threads.submit {
        let result = Result(catching: work)
        executor.finishWork(id: id) { continuation.resume(returning: result) }
      }
    }
    return try result.get()
  }
}
