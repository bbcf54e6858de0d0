import FilCore
import Synchronization

/// Lines in the order in which tasks wrote them.
final class Transcript: Sendable {
  private let state = Mutex<[String]>([])

  var lines: [String] { state.withLock { $0 } }

  func write(_ line: String) {
    state.withLock { $0.append(line) }
  }
}

/// An actor of the default kind, which has to stay on the simulation's executor.
actor Ledger {
  private var entries: [String] = []

  func add(_ entry: String, on clock: any NodeClock) async throws {
    entries.append("\(entry)@\(clock.now)")
    try await clock.sleep(for: .nanoseconds(entries.count))
    entries.append("\(entry) later@\(clock.now)")
  }

  func all() -> [String] { entries }
}

/// Groups, actors, streams, child tasks, work and sleeps, all interleaved by chance.
func scenario(_ environment: Environment) async throws -> [String] {
  let transcript = Transcript()
  let ledger = Ledger()
  let (stream, continuation) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingOldest(100))
  try await withThrowingTaskGroup(of: Void.self) { group in
    for index in 0..<12 {
      group.addTask {
        let random = environment.random.fork("task \(index)")
        for round in 0..<8 {
          try await environment.clock.sleep(for: .nanoseconds(Int(random.next(below: 40))))
          transcript.write("\(index).\(round)@\(environment.clock.now)")
          try await ledger.add("\(index).\(round)", on: environment.clock)
          if round.isMultiple(of: 3) { transcript.write(await work(environment, index)) }
          continuation.yield(index)
        }
      }
    }
    group.addTask {
      var count = 0
      for await value in stream {
        transcript.write("stream \(value)")
        count += 1
        if count == 96 { break }
      }
    }
    async let first: Void = ledger.add("first", on: environment.clock)
    async let second: Void = ledger.add("second", on: environment.clock)
    _ = try await (first, second)
    try await group.waitForAll()
  }
  return transcript.lines + (await ledger.all())
}

/// Work that takes a different time on every run.
private func work(_ environment: Environment, _ index: Int) async -> String {
  let digest = await environment.work.run("hash") {
    var bytes = Bytes32.zero
    for _ in 0..<UInt64.random(in: 1...50) { bytes = SHA256.hash(bytes.bytes) }
    return index
  }
  return "work \(digest)@\(environment.clock.now)"
}
