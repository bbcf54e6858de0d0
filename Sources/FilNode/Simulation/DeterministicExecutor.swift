internal import Dispatch
internal import FilCore
internal import Synchronization

/// Runs all tasks of one simulation on one thread, first come first served, under a virtual clock.
///
/// Child tasks, task groups and actors without an executor of their own stay on it; an unstructured `Task { }` does not.
final class DeterministicExecutor: TaskExecutor {
  private let state: Mutex<SimulationState>
  private let wake = DispatchSemaphore(value: 0)

  init(start: NetworkTime, end: NetworkTime) {
    state = Mutex(SimulationState(start: start, end: end))
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.enqueue(job) }
  }

  var now: NetworkTime { state.withLock { $0.now } }

  /// What was wrong with the run, if anything.
  var verdict: SimulationError? { state.withLock { $0.verdict } }

  /// Says that the closure has ended.
  func finish() {
    state.withLock { $0.isFinished = true }
  }

  /// Asks for the closure to be cancelled, from any thread.
  func requestCancellation() {
    state.withLock { $0.cancellationWanted = true }
    wake.signal()
  }

  // MARK: Sleeping

  func nextSleepID() -> UInt64 {
    state.withLock { $0.nextID() }
  }

  func insert(_ sleeper: SleepQueue.Sleeper, id: UInt64, wakingAt time: NetworkTime) {
    state.withLock { $0.sleepers.insert(sleeper, id: id, wakingAt: time) }
  }

  func cancelSleep(id: UInt64) {
    state.withLock { $0.sleepers.remove(id: id) }?.resume(returning: false)
  }

  // MARK: Work on other threads

  func registerWork() -> UInt64 {
    state.withLock { state in
      let id = state.nextID()
      state.work.register(id: id)
      return id
    }
  }

  func finishWork(id: UInt64, delivery: @escaping @Sendable () -> Void) {
    state.withLock { $0.work.finish(id: id, delivery: delivery) }
    wake.signal()
  }

  // MARK: The thread

  /// Runs until the closure has ended or cannot.
  ///
  /// - Parameter cancel: Cancels the closure.
  func runToEnd(cancel: () -> Void) {
    state.withLock { $0.thread = .current }
    while true {
      switch state.withLock({ $0.nextStep() }) {
      case .run(let job): job.runSynchronously(on: asUnownedTaskExecutor())
      case .deliver(let delivery): delivery()
      case .wake(let sleeper, let timeCame): sleeper.resume(returning: timeCame)
      case .cancel: cancel()
      case .wait: wake.wait()
      case .stop: return
      }
    }
  }
}
