public import FilCore
internal import Foundation
internal import Synchronization

/// Runs asynchronous code so that the same seed and inputs bring the same run, on any machine, in debug and release.
///
/// All tasks share one thread and take turns in the order in which they became ready. Time is virtual: when nothing is
/// left to run, it jumps to the moment at which the next sleeper wakes. Any number of simulations run side by side.
///
/// ```swift
/// let length = try await Simulation.run(seed: 7) { environment in
///   let start = environment.clock.now
///   try await environment.clock.sleep(for: .seconds(3600))
///   return environment.clock.now - start  // an hour, at once
/// }
/// ```
///
/// The code must stay with structured concurrency: child tasks, task groups, and actors without executors of their own.
public enum Simulation {
  /// Where virtual time begins unless told otherwise: 1,700,000,000 seconds after 1970, the genesis of local networks.
  public static let defaultStart = NetworkTime(unixSeconds: 1_700_000_000)

  /// The stack of the thread that runs the tasks; actors call each other deeply, and debug builds have large frames.
  private static let stackBytes = 256 << 20

  /// Runs a closure, and all that it starts, to its end.
  ///
  /// - Parameters:
  ///   - seed: What all random bytes follow from.
  ///   - start: Where virtual time begins.
  ///   - timeLimit: How much virtual time may pass; a hundred years unless told otherwise.
  ///   - threads: How many pieces of heavy work run at the same time; the run does not depend on it.
  ///   - body: The code to run, with its clock, randomness and threads.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; ``SimulationError`` if it cannot end, if time runs out, or if something from
  ///   outside had a part in the run.
  public static func run<Value: Sendable>(
    seed: UInt64, start: NetworkTime = defaultStart, timeLimit: Duration = .seconds(100 * 365 * 86_400),
    threads: Int = 2, _ body: @escaping @Sendable (Environment) async throws -> Value
  ) async throws -> Value {
    let executor = DeterministicExecutor(start: start, end: start + timeLimit)
    let environment = Environment(
      clock: VirtualClock(executor: executor), random: SeededRandom(seed: seed),
      work: DeterministicWorkPool(executor: executor, threads: ThreadWorkPool(width: threads)))
    let outcome = Outcome<Value>()
    let root = Task(executorPreference: executor) {
      outcome.set(await Outcome.result { try await body(environment) })
      executor.finish()
    }
    await runToEnd(executor, root)
    return try value(of: outcome, verdict: executor.verdict)
  }

  /// Runs the jobs on a thread of their own, and suspends until none is left.
  private static func runToEnd(_ executor: DeterministicExecutor, _ root: Task<Void, Never>) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let thread = Thread {
          executor.runToEnd { root.cancel() }
          continuation.resume()
        }
        thread.name = "simulation"
        thread.stackSize = stackBytes
        thread.start()
      }
    } onCancel: {
      executor.requestCancellation()
    }
  }

  private static func value<Value>(of outcome: Outcome<Value>, verdict: SimulationError?) throws -> Value {
    let result = outcome.value
    if let verdict {
      guard case .failure(let cause) = result, !(cause is CancellationError) else { throw verdict }
      throw SimulationError(verdict.code, verdict.detail, cause: cause)
    }
    guard let result else { throw SimulationError(.deadlock, "the closure did not end") }
    return try result.get()
  }
}
