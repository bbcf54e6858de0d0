import FilCore
import Foundation
import Synchronization
import Testing

@Suite("The machine's environment", .timeLimit(.minutes(15)))
struct SystemEnvironmentTests {
  private let environment = Environment.system(threads: 2)

  @Test("moments of network time")
  func networkTime() {
    let time = NetworkTime(unixSeconds: 1_700_000_000)
    #expect(time + .milliseconds(1500) == NetworkTime(nanoseconds: 1_700_000_001_500_000_000))
    #expect((time + .milliseconds(1500)).unixSeconds == 1_700_000_001)
    #expect((time + .seconds(-3)) - time == .seconds(-3))
    #expect("\(time + .nanoseconds(7))" == "1700000000.000000007")
    #expect("\(NetworkTime(nanoseconds: -1_500_000_000))" == "-1.500000000")
    #expect(NetworkTime(nanoseconds: -1).unixSeconds == 0)
    #expect(NetworkTime(unixSeconds: .max) == NetworkTime(nanoseconds: .max))
    #expect(time + .seconds(Int64.max) == NetworkTime(nanoseconds: .max))
    #expect(NetworkTime(nanoseconds: .min) + .seconds(Int64.min) == NetworkTime(nanoseconds: .min))
  }

  @Test("the clock tells the time, and sleeps")
  func clock() async throws {
    let before = environment.clock.now
    #expect(abs(Double(before.unixSeconds) - Date().timeIntervalSince1970) < 5)
    try await environment.clock.sleep(for: .milliseconds(20))
    #expect(environment.clock.now - before >= .milliseconds(20))
    try await environment.clock.sleep(until: before)
  }

  @Test("a cancelled sleep ends at once")
  func cancellation() async {
    let began = ContinuousClock.now
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: CancellationError.self) { try await environment.clock.sleep(for: .seconds(3600)) }
      }
      group.cancelAll()
    }
    #expect(ContinuousClock.now - began < .seconds(600))
  }

  @Test("what takes too long is cancelled")
  func timeout() async throws {
    #expect(try await environment.clock.withTimeout(.seconds(3600)) { 7 } == 7)
    await #expect(throws: TimeoutError(limit: .milliseconds(5))) {
      try await environment.clock.withTimeout(.milliseconds(5)) {
        try await environment.clock.sleep(for: .seconds(3600))
      }
    }
    await #expect(throws: VarintError.overflow) {
      try await environment.clock.withTimeout(.seconds(3600)) { throw VarintError.overflow }
    }
  }

  @Test("work runs elsewhere, no more of it at a time than there are threads")
  func work() async throws {
    let gauge = Gauge()
    let results = await withTaskGroup(of: Int.self) { group in
      for number in 0..<20 {
        group.addTask {
          await environment.work.run("square") {
            gauge.enter()
            Thread.sleep(forTimeInterval: 0.002)
            gauge.leave()
            return number * number
          }
        }
      }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(results == Set((0..<20).map { $0 * $0 }))
    #expect((1...2).contains(gauge.most))
    await #expect(throws: VarintError.overflow) {
      try await environment.work.run("fails") { () throws(VarintError) -> Int in throw .overflow }
    }
  }
}

/// Counts how many are inside at a time.
private final class Gauge: Sendable {
  private let state = Mutex((present: 0, most: 0))

  var most: Int { state.withLock { $0.most } }

  func enter() {
    state.withLock { state in
      state.present += 1
      state.most = max(state.most, state.present)
    }
  }

  func leave() {
    state.withLock { $0.present -= 1 }
  }
}
