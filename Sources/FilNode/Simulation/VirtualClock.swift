public import FilCore

/// The time of one simulation, which moves only when all tasks wait and no heavy work is out.
public struct VirtualClock: NodeClock {
  let executor: DeterministicExecutor

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var now: NetworkTime { executor.now }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func sleep(until deadline: NetworkTime) async throws(CancellationError) {
    guard !Task.isCancelled else { throw CancellationError() }
    guard deadline > now else { return await Task.yield() }
    let id = executor.nextSleepID()
    let timeCame = await withTaskCancellationHandler {
      await withCheckedContinuation { sleeper in
        executor.insert(sleeper, id: id, wakingAt: deadline)
        if Task.isCancelled { executor.cancelSleep(id: id) }
      }
    } onCancel: {
      executor.cancelSleep(id: id)
    }
    guard timeCame else { throw CancellationError() }
  }
}
