import FilCore
import FilNet
import FilNode
import Testing

@Suite("Networks in one process", .timeLimit(.minutes(15)))
struct InProcessNetworkTests {
  private static let echo: ProtocolID = "/echo/1.0.0"

  /// Sends back whatever comes.
  private static let echoing: StreamHandler = { stream in
    while true {
      let bytes = try await stream.read(upTo: 100)
      if bytes.isEmpty { return }
      try await stream.write(bytes)
    }
  }

  @Test("a handler answers, over a line with latency, as far as its window goes")
  func echo() async throws {
    let (back, time) = try await Simulation.run(seed: 3) { environment in
      let network = InProcessNetwork(environment: environment, link: LinkConditions(latency: .milliseconds(50)))
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      bob.setHandler(for: Self.echo, Self.echoing)
      return try await withHosts([alice, bob]) {
        let start = environment.clock.now
        let back = try await alice.withStream(to: bob.id, protocols: ["/other/1", Self.echo]) { stream in
          #expect(stream.protocolID == Self.echo && stream.remotePeer == bob.id && stream.localPeer == alice.id)
          async let sending: Void = {
            try await stream.write(pattern(1000))
            stream.closeWrite()
          }()
          let reader = StreamReader(stream)
          let back = try await reader.read(exactly: 1000)
          #expect(try await reader.read(upTo: 1).isEmpty)
          try await sending
          return back
        }
        #expect(alice.peers == [bob.id] && bob.peers == [alice.id])
        return (back, environment.clock.now - start)
      }
    }
    #expect(back == pattern(1000))
    #expect(time == .milliseconds(300))
  }

  @Test("peers that cannot be reached, and protocols that are not spoken")
  func refusals() async throws {
    try await Simulation.run(seed: 3) { environment in
      let network = InProcessNetwork(environment: environment)
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      await #expect(throws: HostError(.unreachable, peer(9))) { try await alice.connect(to: peer(9)) }
      await #expect(throws: HostError(.isSelf, peer(1))) { try await alice.connect(to: alice.id) }
      await #expect(throws: HostError(.protocolNotSupported, peer(2))) {
        try await alice.openStream(to: bob.id, protocols: [Self.echo])
      }
      network.removeHost(alice.id)
      await #expect(throws: HostError(.closed, peer(2))) { try await alice.connect(to: bob.id) }
    }
  }

  @Test("a host takes no more streams than it says")
  func bounds() async throws {
    try await Simulation.run(seed: 3) { environment in
      let network = InProcessNetwork(environment: environment)
      let alice = network.addHost(peer(1), limits: InProcessLimits(streamsPerConnection: 3))
      let bob = network.addHost(peer(2), limits: InProcessLimits(waitingStreams: 2))
      bob.setHandler(for: Self.echo) { _ in }
      for _ in 0..<2 { _ = try await alice.openStream(to: bob.id, protocols: [Self.echo]) }
      await #expect(throws: HostError(.busy, peer(2))) {
        try await alice.openStream(to: bob.id, protocols: [Self.echo])
      }
    }
  }

  @Test("a partition resets streams and forbids new ones until it heals")
  func partition() async throws {
    let events = try await Simulation.run(seed: 3) { environment in
      let network = InProcessNetwork(environment: environment, link: LinkConditions(latency: .milliseconds(5)))
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      bob.setHandler(for: Self.echo, Self.echoing)
      return try await withHosts([alice, bob]) {
        let events = bob.events(bufferingNewest: 10)
        let stream = try await alice.openStream(to: bob.id, protocols: [Self.echo])
        try await stream.write([1])
        #expect(try await stream.read(upTo: 1) == [1])
        network.partition([[alice.id], [bob.id]])
        await #expect(throws: StreamError(.reset)) { try await stream.read(upTo: 1) }
        await #expect(throws: HostError(.unreachable, bob.id)) { try await alice.connect(to: bob.id) }
        network.heal()
        try await alice.connect(to: bob.id)
        network.disconnect(alice.id, bob.id)
        var seen: [HostEvent] = []
        for await event in events {
          seen.append(event)
          if seen.count == 5 { break }
        }
        return seen
      }
    }
    let alice = peer(1)
    #expect(events.filter { $0 == .connected(alice) }.count == 2)
    #expect(events.filter { $0 == .disconnected(alice) }.count == 2)
    #expect(events.contains(.handlerFailed(peer: alice, protocol: Self.echo, reason: "stream: reset")))
  }

  @Test("when a handler throws, its stream is reset")
  func failingHandler() async throws {
    try await Simulation.run(seed: 3) { environment in
      let network = InProcessNetwork(environment: environment)
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      bob.setHandler(for: Self.echo) { _ in throw VarintError.overflow }
      try await withHosts([alice, bob]) {
        let stream = try await alice.openStream(to: bob.id, protocols: [Self.echo])
        await #expect(throws: StreamError(.reset)) { try await stream.read(upTo: 1) }
      }
    }
  }

  @Test("the same seed brings the same traffic, whatever the names of the hosts")
  func determinism() async throws {
    let runs = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<20 { group.addTask { try await Self.traffic(seed: 11) } }
      var runs: [[String]] = []
      for try await run in group { runs.append(run) }
      return runs
    }
    #expect(Set(runs).count == 1 && runs.count == 20)
    #expect(try await Self.traffic(seed: 12) != runs[0])
  }

  /// When each of many messages between all pairs of hosts came back.
  private static func traffic(seed: UInt64) async throws -> [String] {
    try await Simulation.run(seed: seed) { environment in
      let link = LinkConditions(latency: .milliseconds(10) ... .milliseconds(90), bytesPerSecond: 10_000)
      let network = InProcessNetwork(environment: environment, link: link)
      let hosts = (0..<4).map { network.addHost(peer(UInt64($0)), limits: InProcessLimits(streamWindow: 64)) }
      for host in hosts { host.setHandler(for: echo, echoing) }
      return try await withHosts(hosts) {
        try await withThrowingTaskGroup(of: String.self) { group in
          for from in hosts {
            for to in hosts where to.id != from.id {
              group.addTask {
                let stream = try await from.openStream(to: to.id, protocols: [echo])
                async let sending: Void = stream.write(pattern(300))
                let reader = StreamReader(stream)
                #expect(try await reader.read(exactly: 300) == pattern(300))
                try await sending
                stream.close()
                return "\(from.id) \(to.id) \(environment.clock.now)"
              }
            }
          }
          var lines: [String] = []
          for try await line in group { lines.append(line) }
          return lines
        }
      }
    }
  }
}
