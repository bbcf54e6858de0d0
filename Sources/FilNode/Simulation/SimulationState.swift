internal import FilCore

/// What one simulation has to do, and the rule that says what comes next.
struct SimulationState {
  /// What the thread of a simulation does next.
  enum Step {
    /// Runs a job of some task.
    case run(UnownedJob)
    /// Hands the result of work to the task that waits for it.
    case deliver(@Sendable () -> Void)
    /// Wakes a sleeper.
    case wake(SleepQueue.Sleeper, timeCame: Bool)
    /// Cancels the closure.
    case cancel
    /// Waits for another thread to finish work.
    case wait
    /// Ends.
    case stop
  }

  /// The most jobs that tasks get to come to an end after the simulation failed or its closure ended.
  private static let unwindingJobs = 1_000_000

  var jobs = JobQueue()
  var sleepers = SleepQueue()
  var work = WorkQueue()
  var now: NetworkTime
  let end: NetworkTime
  /// The thread that runs the jobs, while it does.
  var thread: ThreadIdentity?
  var isFinished = false
  var cancellationWanted = false
  private(set) var failure: SimulationError?
  private(set) var foreignJobs = 0
  private var lastID: UInt64 = 0
  private var budget: Int?

  init(start: NetworkTime, end: NetworkTime) {
    now = start
    self.end = end
  }

  mutating func nextID() -> UInt64 {
    lastID += 1
    return lastID
  }

  mutating func enqueue(_ job: UnownedJob) {
    if let thread, thread != .current { foreignJobs += 1 }
    jobs.append(job)
  }

  mutating func nextStep() -> Step {
    if cancellationWanted {
      cancellationWanted = false
      return .cancel
    }
    if let job = nextJob() { return .run(job) }
    if !work.isEmpty { return work.popFinished().map(Step.deliver) ?? .wait }
    return isFinished ? stepAfterEnd() : stepWhenIdle()
  }

  private mutating func nextJob() -> UnownedJob? {
    if let budget {
      guard budget > 0 else { return nil }
      self.budget = budget - 1
    }
    return jobs.popFirst()
  }

  /// Time moves only here: nothing is left to run and no work is out.
  private mutating func stepWhenIdle() -> Step {
    guard let time = sleepers.nextTime() else {
      return fail(
        .deadlock, "at \(now) nothing is left to run, and the closure waits for what cannot come; \(Self.remedy)")
    }
    guard time <= end else { return fail(.timeLimit, "the next sleeper wakes at \(time), and the limit is \(end)") }
    now = max(now, time)
    return sleepers.popFirst().map { .wake($0, timeCame: true) } ?? .stop
  }

  /// The first failure cancels the closure, so that its tasks come to an end; a second one ends the simulation.
  private mutating func fail(_ code: SimulationError.Code, _ detail: String) -> Step {
    guard failure == nil else { return .stop }
    failure = SimulationError(code, detail)
    budget = SimulationState.unwindingJobs
    return .cancel
  }

  /// The closure has ended: whoever still sleeps belongs to nobody.
  private mutating func stepAfterEnd() -> Step {
    let count = sleepers.count
    guard let sleeper = sleepers.popFirst() else { return .stop }
    if failure == nil {
      let tasks = count == 1 ? "one task" : "\(count) tasks"
      failure = SimulationError(.leftRunning, "\(tasks) slept when the closure ended")
    }
    budget = budget ?? SimulationState.unwindingJobs
    return (budget ?? 0) > 0 ? .wake(sleeper, timeCame: false) : .stop
  }

  /// What was wrong with the run, if anything.
  var verdict: SimulationError? {
    if let failure { return failure }
    guard foreignJobs > 0 else { return nil }
    let jobs = foreignJobs == 1 ? "one job" : "\(foreignJobs) jobs"
    return SimulationError(
      .outsideInterference,
      "\(jobs) came from threads outside the simulation, as Task.sleep and unstructured tasks bring them; "
        + Self.remedy)
  }

  /// What to do where something from outside had a part, or is waited for.
  private static let remedy = "sleep with the environment's clock, or advance the network"
}
