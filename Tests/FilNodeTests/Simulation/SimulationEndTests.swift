import FilCore
import Foundation
import Synchronization
import Testing

@testable import FilNode

@Suite("Ends of simulations", .timeLimit(.minutes(15)))
struct SimulationEndTests {
  @Test("cancelling a group wakes its sleepers at once")
  func cancellation() async throws {
    let (lines, passed) = try await Simulation.run(seed: 1) { environment in
      let transcript = Transcript()
      let start = environment.clock.now
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<3 {
          group.addTask {
            do {
              try await environment.clock.sleep(for: .seconds(100))
            } catch {
              transcript.write("cancelled \(index)")
            }
          }
        }
        try? await environment.clock.sleep(for: .seconds(5))
        group.cancelAll()
      }
      return (transcript.lines.sorted(), environment.clock.now - start)
    }
    #expect(lines == ["cancelled 0", "cancelled 1", "cancelled 2"])
    #expect(passed == .seconds(5))
  }

  @Test("a cancelled task does not fall asleep")
  func sleepWhenCancelled() async throws {
    let passed = try await Simulation.run(seed: 1) { environment in
      let start = environment.clock.now
      await withTaskGroup(of: Void.self) { group in
        group.cancelAll()
        group.addTask {
          await #expect(throws: CancellationError.self) { try await environment.clock.sleep(for: .seconds(9)) }
        }
      }
      return environment.clock.now - start
    }
    #expect(passed == .zero)
  }

  @Test("waiting for what never comes is a deadlock, and the closure is cancelled")
  func deadlock() async throws {
    let cancelled = Mutex(false)
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation.run(seed: 1) { _ in
        let (stream, continuation) = AsyncStream<Int>.makeStream()
        for await _ in stream {}
        cancelled.withLock { $0 = Task.isCancelled }
        continuation.finish()
      }
    }
    #expect(error?.code == .deadlock)
    #expect(cancelled.withLock { $0 })
  }

  @Test("a task that ignores cancellation does not keep the simulation")
  func deafDeadlock() async throws {
    let kept = Mutex<CheckedContinuation<Void, Never>?>(nil)
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation.run(seed: 1) { _ in
        await withCheckedContinuation { continuation in kept.withLock { $0 = continuation } }
      }
    }
    #expect(error?.code == .deadlock)
    kept.withLock { $0 }?.resume()
  }

  @Test("time that runs out is an error")
  func timeLimit() async throws {
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation.run(seed: 1, timeLimit: .seconds(1000)) { environment in
        while true { try await environment.clock.sleep(for: .seconds(7)) }
      }
    }
    #expect(error?.code == .timeLimit)
  }

  @Test("a sleep in real time is found out")
  func outsideInterference() async throws {
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation.run(seed: 1) { environment in
        async let real: Void = Task.sleep(for: .milliseconds(1))
        await environment.work.run("slower") { Thread.sleep(forTimeInterval: 0.1) }
        try await real
      }
    }
    // Which of the two it is depends on when the real sleep ends.
    #expect(error?.code == .outsideInterference || error?.code == .deadlock)
    #expect(error?.detail.contains("sleep with the environment's clock") == true)
  }

  @Test("a task that outlives the closure is found out and woken")
  func leftRunning() async throws {
    let transcript = Transcript()
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation.run(seed: 1) { environment in
        let executor = try #require(environment.clock as? VirtualClock).executor
        Task(executorPreference: executor) {
          try? await environment.clock.sleep(for: .seconds(1))
          transcript.write("woken")
        }
        await Task.yield()
      }
    }
    #expect(error?.code == .leftRunning)
    #expect(error?.detail == "one task slept when the closure ended")
    #expect(transcript.lines == ["woken"])
  }

  @Test("cancelling the caller cancels the simulation")
  func callerCancels() async throws {
    let (stream, started) = AsyncStream<Void>.makeStream()
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          try await Simulation.run(seed: 1, timeLimit: .seconds(Int64.max)) { environment in
            started.yield()
            while true { try await environment.clock.sleep(for: .nanoseconds(1)) }
          }
          return false
        } catch {
          return error is CancellationError
        }
      }
      for await _ in stream { break }
      group.cancelAll()
      for await wasCancelled in group { #expect(wasCancelled) }
    }
  }
}
