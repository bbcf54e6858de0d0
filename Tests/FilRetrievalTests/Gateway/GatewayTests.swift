import FilCore
import FilNet
import FilNode
import FilRetrieval
import Testing

@Suite("Payloads from a trustless gateway", .timeLimit(.minutes(2)))
struct GatewayTests {
  @Test("a file comes back", arguments: [0, 1, 300, 301, 5000, 100_000])
  func roundTrip(bytes: Int) async throws {
    let payload = try Payload(bytes: bytes)
    let store = MemoryBlockstore()
    let fetched = try await withTwoHosts { _, client, provider, environment in
      provider.setHandler(for: TrustlessGateway.protocolID, try payload.gateway().server.streamHandler)
      return try await GatewayClient(host: client, clock: environment.clock)
        .fetch(payload.root, from: provider.id, into: store)
    }
    #expect(fetched.blockCount == payload.blocks.count && store.count == payload.blocks.count)
    #expect(fetched.byteCount == UInt64(payload.blocks.reduce(0) { $0 + $1.bytes.count }))
    #expect(try UnixFSReader(store: store).file(payload.root).bytes(limit: bytes) == payload.file)
  }

  @Test("files of other kinds come back: blocks in links, CIDs of version 0")
  func otherKinds() async throws {
    let kinds = [UnixFSOptions(chunkSize: 100, maxLinks: 3), .version0, UnixFSOptions(layout: .trickle, chunkSize: 64)]
    for options in kinds {
      let payload = try Payload(bytes: 1000, options: options)
      let store = MemoryBlockstore()
      try await withTwoHosts { _, client, provider, environment in
        provider.setHandler(for: TrustlessGateway.protocolID, try payload.gateway().server.streamHandler)
        try await GatewayClient(host: client, clock: environment.clock)
          .fetch(payload.root, from: provider.id, into: store)
      }
      #expect(try UnixFSReader(store: store).file(payload.root).bytes(limit: 1000) == payload.file)
    }
  }

  /// What a client gets to know of a provider's failure, and what it has then.
  private static func failure(
    _ payload: Payload, _ root: CID, _ gateway: TrustlessGateway
  ) async throws -> (GatewayError?, MemoryBlockstore) {
    let store = MemoryBlockstore()
    let error = try await withTwoHosts { _, client, provider, environment in
      provider.setHandler(for: TrustlessGateway.protocolID, gateway.server.streamHandler)
      return await #expect(throws: GatewayError.self) {
        try await GatewayClient(host: client, clock: environment.clock).fetch(root, from: provider.id, into: store)
      }
    }
    return (error, store)
  }

  @Test("an altered block is refused, whichever it is", arguments: 0..<8)
  func altered(block: Int) async throws {
    let payload = try Payload(bytes: 2000)
    try #require(block < payload.blocks.count)
    let gateway = try payload.gateway(changing: payload.offsets[block] + 1, verifies: false)
    let (error, store) = try await Self.failure(payload, payload.root, gateway)
    // A changed node may also turn out to be none, or to link elsewhere, before its own hash is looked at.
    #expect(error == GatewayError(.altered, payload.root) || (error == GatewayError(.connection, payload.root)))
    if block > 0, payload.blocks[block].cid.codec == .raw {
      #expect(error?.code == .altered && error?.cid == payload.blocks[block].cid)
    }
    #expect(try store.get(payload.blocks[block].cid) == nil)
    for kept in store.all { #expect(try kept.cid.matches(kept.bytes)) }
  }

  @Test("a gateway that verifies gives no altered block")
  func alteredAtHome() async throws {
    let payload = try Payload(bytes: 2000)
    let first = try payload.gateway(changing: payload.offsets[0] + 1)
    let (refusal, _) = try await Self.failure(payload, payload.root, first)
    #expect(refusal?.code == .refused && refusal?.detail.hasPrefix("502") == true)
    #expect(refusal?.detail.contains("altered") == true)
    let last = try payload.gateway(changing: payload.offsets[payload.offsets.count - 1] + 1)
    let (broken, _) = try await Self.failure(payload, payload.root, last)
    #expect(broken == GatewayError(.connection, payload.root))
  }

  @Test("an unknown CID is not found, and a piece that is gone cannot be read")
  func unknown() async throws {
    let payload = try Payload(bytes: 2000)
    let other = CID(hashing: [1, 2, 3], .raw)
    let (unknown, _) = try await Self.failure(payload, other, try payload.gateway())
    #expect(unknown?.code == .notFound && unknown?.cid == other)
    let index = MemoryPayloadIndex()
    try index.add(ArraySource(payload.car), as: Payload.piece)
    let gone = TrustlessGateway(index: index, pieces: MemoryPieceSource())
    let (unreadable, _) = try await Self.failure(payload, payload.root, gone)
    #expect(unreadable?.code == .refused && unreadable?.detail.contains("unknownPiece") == true)
  }

  @Test("a block is read from the next piece where one cannot be read")
  func secondPlace() async throws {
    let payload = try Payload(bytes: 2000)
    let index = MemoryPayloadIndex()
    let (gone, here) = (CID(hashing: [7], .raw), CID(hashing: [8], .raw))
    for piece in [gone, here] { try index.add(ArraySource(payload.car), as: piece) }
    let gateway = TrustlessGateway(index: index, pieces: MemoryPieceSource([here: payload.car]))
    let fetched = try await withTwoHosts { _, client, provider, environment in
      provider.setHandler(for: TrustlessGateway.protocolID, gateway.server.streamHandler)
      return try await GatewayClient(host: client, clock: environment.clock)
        .fetch(payload.root, from: provider.id, into: MemoryBlockstore())
    }
    #expect(fetched.blockCount == payload.blocks.count)
  }

  @Test("a provider that says nothing is given up, and a lost connection is told")
  func silence() async throws {
    let payload = try Payload(bytes: 100_000)
    try await withTwoHosts { network, client, provider, environment in
      let fetcher = GatewayClient(host: client, clock: environment.clock, stallLimit: .seconds(30))
      let start = environment.clock.now
      provider.setHandler(for: TrustlessGateway.protocolID) { _ in
        try await environment.clock.sleep(for: .seconds(3600))
      }
      await #expect(throws: GatewayError(.stalled, payload.root)) {
        try await fetcher.fetch(payload.root, from: provider.id, into: MemoryBlockstore())
      }
      #expect(environment.clock.now - start < .seconds(61))
      provider.setHandler(for: TrustlessGateway.protocolID, try payload.gateway().server.streamHandler)
      network.setLink(
        between: client.id, and: provider.id, LinkConditions(latency: .zero...(.zero), bytesPerSecond: 10_000))
      await withTaskGroup { group in
        group.addTask {
          try? await environment.clock.sleep(for: .seconds(3))
          network.disconnect(client.id, provider.id)
        }
        await #expect(throws: GatewayError(.connection, payload.root)) {
          try await fetcher.fetch(payload.root, from: provider.id, into: MemoryBlockstore())
        }
      }
    }
  }
}
