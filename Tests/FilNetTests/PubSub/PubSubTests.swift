import FilCore
import FilNet
import FilNode
import Testing

@Suite("Gossip in one process", .timeLimit(.minutes(15)))
struct PubSubTests {
  private static let topic = Topic.blocks(network: "local")

  /// Runs five hosts in a row, each connected to the next.
  private static func withRow<Value: Sendable>(
    seed: UInt64 = 1, limits: InProcessLimits = InProcessLimits(),
    _ body: @escaping @Sendable (Environment, InProcessNetwork, [InProcessHost]) async throws -> Value
  ) async throws -> Value {
    try await Simulation.run(seed: seed) { environment in
      let network = InProcessNetwork(environment: environment, link: LinkConditions(latency: .milliseconds(100)))
      let hosts = (0..<5).map { network.addHost(peer(UInt64($0)), limits: limits) }
      for (host, next) in zip(hosts, hosts.dropFirst()) { try await host.connect(to: next.id) }
      return try await withHosts(hosts) { try await body(environment, network, hosts) }
    }
  }

  @Test("a message reaches all who listen, once, in the time of the lines")
  func reachesAll() async throws {
    try await Self.withRow { environment, _, hosts in
      let streams = hosts.map { $0.pubSub.subscribe(to: Self.topic, bufferingNewest: 10) }
      let start = environment.clock.now
      try await hosts[1].pubSub.publish([1, 2, 3], to: Self.topic)
      for (index, stream) in streams.enumerated() {
        let message = try #require(await first(of: stream))
        #expect(message.data == [1, 2, 3] && message.origin == hosts[1].id)
        #expect(message.id == BLAKE2b.hash256([1, 2, 3]))
        #expect(message.receivedFrom == hosts[index == 1 ? 1 : index < 1 ? index + 1 : index - 1].id)
      }
      #expect(environment.clock.now - start == .milliseconds(300))
      await #expect(throws: PubSubError.duplicate) { try await hosts[1].pubSub.publish([1, 2, 3], to: Self.topic) }
    }
  }

  @Test("a message that a peer does not accept goes no further", arguments: [PubSubVerdict.ignore, .reject])
  func validators(verdict: PubSubVerdict) async throws {
    try await Self.withRow { environment, _, hosts in
      let streams = hosts.map { $0.pubSub.subscribe(to: Self.topic, bufferingNewest: 10) }
      hosts[2].pubSub.setValidator(for: Self.topic) { $0.data.first == 9 ? verdict : .accept }
      try await hosts[0].pubSub.publish([9], to: Self.topic)
      try await hosts[0].pubSub.publish([8], to: Self.topic)
      try await environment.clock.sleep(for: .seconds(1))
      var heard: [[UInt8]?] = []
      for stream in streams { heard.append(await first(of: stream)?.data) }
      #expect(heard == [[9], [9], [8], [8], [8]])
      await #expect(throws: PubSubError.notAccepted(verdict)) {
        try await hosts[2].pubSub.publish([9, 9], to: Self.topic)
      }
    }
  }

  @Test("who does not listen hears nothing and passes nothing on")
  func listening() async throws {
    try await Self.withRow { environment, _, hosts in
      let far = hosts[4].pubSub.subscribe(to: Self.topic, bufferingNewest: 10)
      let other = hosts[1].pubSub.subscribe(to: Topic.messages(network: "local"), bufferingNewest: 10)
      try await hosts[0].pubSub.publish([1], to: Self.topic)
      try await environment.clock.sleep(for: .seconds(1))
      try await hosts[0].pubSub.publish([2], to: Topic.messages(network: "local"))
      try await hosts[4].pubSub.publish([3], to: Self.topic)
      #expect(await first(of: other)?.data == [2])
      #expect(await first(of: far)?.data == [3])
    }
  }

  @Test("messages above the limit are not published; those above the bound are dropped")
  func bounds() async throws {
    try await Self.withRow(limits: InProcessLimits(pendingMessages: 3)) { environment, _, hosts in
      let limit = InProcessPubSub.maxMessageBytes
      await #expect(throws: PubSubError.tooLarge(count: limit + 1, limit: limit)) {
        try await hosts[0].pubSub.publish([UInt8](repeating: 0, count: limit + 1), to: Self.topic)
      }
      let stream = hosts[1].pubSub.subscribe(to: Self.topic, bufferingNewest: 100)
      for number in 0..<10 { try await hosts[0].pubSub.publish([UInt8(number)], to: Self.topic) }
      try await environment.clock.sleep(for: .seconds(1))
      try await hosts[0].pubSub.publish([99], to: Self.topic)
      var heard: [UInt8] = []
      for await message in stream {
        heard += message.data
        if message.data == [99] { break }
      }
      #expect(heard == [0, 1, 2, 99])
    }
  }

  @Test("an ID is forgotten after two minutes")
  func forgetting() async throws {
    try await Self.withRow { environment, _, hosts in
      let stream = hosts[1].pubSub.subscribe(to: Self.topic, bufferingNewest: 10)
      try await hosts[0].pubSub.publish([1], to: Self.topic)
      try await environment.clock.sleep(for: .seconds(121))
      try await hosts[0].pubSub.publish([1], to: Self.topic)
      var count = 0
      for await _ in stream {
        count += 1
        if count == 2 { break }
      }
      #expect(count == 2)
    }
  }
}

/// The next element.
private func first<Element: Sendable>(of stream: AsyncStream<Element>) async -> Element? {
  for await element in stream { return element }
  return nil
}
