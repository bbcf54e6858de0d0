import FilCore
import FilNode
import Testing

@testable import FilNet

@Suite("Streams in one process", .timeLimit(.minutes(15)))
struct BytePipeTests {
  @Test("bytes arrive in order and whole, whatever the sizes", arguments: [1, 7, 100, 5000])
  func bytesArrive(capacity: Int) async throws {
    let sent = pattern(5000)
    let received = try await Simulation.run(seed: UInt64(capacity)) { environment in
      let random = environment.random
      let pipe = BytePipe(capacity: capacity, clock: environment.clock) { count in
        Transit(transmission: .nanoseconds(count), latency: random.next(in: .zero ... .milliseconds(3)))
      }
      async let writing: Void = {
        var rest = sent[...]
        while !rest.isEmpty {
          let part = rest.prefix(Int(random.next(below: 900)) + 1)
          try await pipe.write(Array(part))
          rest = rest.dropFirst(part.count)
        }
        pipe.closeWrite()
      }()
      var received: [UInt8] = []
      while true {
        let part = try await pipe.read(upTo: Int(random.next(below: 700)) + 1)
        if part.isEmpty { break }
        received += part
      }
      try await writing
      return received
    }
    #expect(received == sent)
  }

  @Test("a writer waits for the reader when the buffer is full")
  func backPressure() async throws {
    try await Simulation.run(seed: 1) { environment in
      let pipe = BytePipe(capacity: 10, clock: environment.clock) { _ in Transit() }
      let start = environment.clock.now
      async let writing: Duration = {
        try await pipe.write(pattern(25))
        return environment.clock.now - start
      }()
      for _ in 0..<3 {
        try await environment.clock.sleep(for: .seconds(1))
        #expect(try await pipe.read(upTo: 10).count > 0)
      }
      #expect(try await writing == .seconds(2))
    }
  }

  @Test("the line's speed and length tell when bytes arrive")
  func transit() async throws {
    try await Simulation.run(seed: 1) { environment in
      let link = LinkConditions(latency: .seconds(2)...(.seconds(2)), bytesPerSecond: 100)
      let pipe = BytePipe(capacity: 1000, clock: environment.clock) {
        Transit(transmission: link.transmission(of: $0), latency: link.latency.lowerBound)
      }
      let start = environment.clock.now
      try await pipe.write(pattern(100))
      try await pipe.write(pattern(50))
      pipe.closeWrite()
      #expect(try await pipe.read(upTo: 1000).count == 100)
      #expect(environment.clock.now - start == .seconds(3))
      #expect(try await pipe.read(upTo: 1000).count == 50)
      #expect(environment.clock.now - start == .milliseconds(3500))
      #expect(try await pipe.read(upTo: 1000).isEmpty)
    }
  }

  @Test("a reset wakes both sides and loses what is on the way")
  func reset() async throws {
    try await Simulation.run(seed: 1) { environment in
      let pipe = BytePipe(capacity: 4, clock: environment.clock) { _ in Transit(latency: .seconds(1)) }
      async let writing = #expect(throws: StreamError(.reset)) { try await pipe.write(pattern(9)) }
      try await environment.clock.sleep(for: .milliseconds(1))
      pipe.reset()
      await #expect(throws: StreamError(.reset)) { try await pipe.read(upTo: 1) }
      _ = await writing
      #expect(pipe.isOver)
    }
  }

  @Test("uses that make no sense are errors")
  func misuse() async throws {
    try await Simulation.run(seed: 1) { environment in
      let pipe = BytePipe(capacity: 4, clock: environment.clock) { _ in Transit() }
      async let first: [UInt8] = pipe.read(upTo: 1)
      await Task.yield()
      await #expect(throws: StreamError(.concurrentUse)) { try await pipe.read(upTo: 1) }
      try await pipe.write([7])
      #expect(try await first == [7])
      pipe.closeWrite()
      await #expect(throws: StreamError(.closed)) { try await pipe.write([8]) }
      pipe.stopReading()
      await #expect(throws: StreamError(.closed)) { try await pipe.read(upTo: 1) }
    }
  }

  @Test("a writer whose reader has gone does not wait")
  func dropping() async throws {
    try await Simulation.run(seed: 1) { environment in
      let pipe = BytePipe(capacity: 4, clock: environment.clock) { _ in Transit() }
      async let writing: Void = pipe.write(pattern(1000))
      await Task.yield()
      pipe.stopReading()
      try await writing
    }
  }

  @Test("cancellation ends a wait, and the stream goes on")
  func cancellation() async throws {
    try await Simulation.run(seed: 1) { environment in
      let pipe = BytePipe(capacity: 4, clock: environment.clock) { _ in Transit() }
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await #expect(throws: StreamError(.cancelled)) { try await pipe.read(upTo: 1) } }
        await Task.yield()
        group.cancelAll()
      }
      try await pipe.write([1])
      #expect(try await pipe.read(upTo: 1) == [1])
    }
  }
}
