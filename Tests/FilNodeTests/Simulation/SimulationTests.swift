import FilCore
import FilNode
import Synchronization
import Testing

@Suite("Deterministic simulation", .timeLimit(.minutes(15)))
struct SimulationTests {
  @Test("the same seed brings the same interleaving, 100 times, beside other simulations")
  func sameSeedSameRun() async throws {
    let expected = try await Simulation.run(seed: 1) { try await scenario($0) }
    #expect(expected.count > 300)
    let transcripts = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<5 {
        group.addTask { try await Simulation.run(seed: 2) { try await scenario($0) } }
      }
      var others: [[String]] = []
      for _ in 0..<100 { others.append(try await Simulation.run(seed: 1) { try await scenario($0) }) }
      for try await beside in group { #expect(beside != expected) }
      return others
    }
    #expect(transcripts.allSatisfy { $0 == expected })
  }

  @Test("the number of threads for work changes nothing", arguments: [1, 2, 7])
  func threadsDoNotMatter(threads: Int) async throws {
    let one = try await Simulation.run(seed: 5, threads: threads) { try await scenario($0) }
    let other = try await Simulation.run(seed: 5) { try await scenario($0) }
    #expect(one == other)
  }

  @Test("a transcript is the same on every machine")
  func pinnedTranscript() async throws {
    let lines = try await Simulation.run(seed: 1) { try await scenario($0) }
    let digest = SHA256.hash(Array(lines.joined(separator: "\n").utf8))
    #expect(digest.description == "070ed45ecd8cb582210c47be15aed803586ab22f2d6ecb33e9ddb55160b2d4f0")
  }

  @Test("an hour of sleep takes no time")
  func virtualSleep() async throws {
    let began = ContinuousClock.now
    let (passed, start) = try await Simulation.run(seed: 1) { environment in
      let start = environment.clock.now
      for _ in 0..<1000 { try await environment.clock.sleep(for: .seconds(3600)) }
      return (environment.clock.now - start, start)
    }
    #expect(passed == .seconds(3_600_000))
    #expect(start.unixSeconds == 1_700_000_000)
    #expect(ContinuousClock.now - began < .seconds(3600))
  }

  @Test("sleepers wake by time, then by when they fell asleep")
  func wakingOrder() async throws {
    let lines = try await Simulation.run(seed: 1) { environment in
      let transcript = Transcript()
      let deadlines = [30, 10, 20, 10, 30, 0, -5, 10]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, delay) in deadlines.enumerated() {
          group.addTask {
            try await environment.clock.sleep(for: .seconds(delay))
            transcript.write("\(delay) \(index)")
          }
        }
        try await group.waitForAll()
      }
      return transcript.lines
    }
    #expect(lines == ["0 5", "-5 6", "10 1", "10 3", "10 7", "20 2", "30 0", "30 4"])
  }

  @Test("work is delivered in the order in which it was handed over, and holds time")
  func workOrder() async throws {
    let lines = try await Simulation.run(seed: 1, threads: 4) { environment in
      let transcript = Transcript()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await environment.clock.sleep(for: .nanoseconds(1))
          transcript.write("a nanosecond")
        }
        for index in 0..<4 {
          group.addTask {
            await environment.work.run("spin") { spin(rounds: (4 - index) * 3000) }
            transcript.write("work \(index)")
          }
        }
        try await group.waitForAll()
      }
      return transcript.lines
    }
    #expect(lines == ["work 0", "work 1", "work 2", "work 3", "a nanosecond"])
  }

  @Test("what work throws arrives")
  func workThrows() async throws {
    await #expect(throws: VarintError.overflow) {
      try await Simulation.run(seed: 1) { environment in
        try await environment.work.run("fails") { () throws(VarintError) -> Int in throw .overflow }
      }
    }
  }

  @Test("what the closure throws arrives")
  func closureThrows() async throws {
    await #expect(throws: VarintError.truncated) {
      try await Simulation.run(seed: 1) { _ in throw VarintError.truncated }
    }
  }
}

/// Keeps a thread busy.
private func spin(rounds: Int) {
  var bytes = Bytes32.zero
  for _ in 0..<rounds { bytes = SHA256.hash(bytes.bytes) }
}

extension SimulationTests {
  @Test("where a simulation is started from does not matter")
  @MainActor
  func startedFromMainActor() async throws {
    let here = try await Simulation.run(seed: 4) { try await scenario($0) }
    let elsewhere = try await Task.detached(priority: .background) {
      try await Simulation.run(seed: 4) { try await scenario($0) }
    }.value
    #expect(here == elsewhere)
  }
}
