import FilCore
import FilNet
import FilNode
import FilRetrieval
import Testing

@Suite("Answers that a client does not believe", .timeLimit(.minutes(2)))
struct DishonestGatewayTests {
  /// What a client makes of an answer.
  private static func fetch(
    _ root: CID, _ answer: HTTPResponse, limits: GatewayLimits = GatewayLimits(), into store: MemoryBlockstore
  ) async throws -> FetchedPayload {
    try await withTwoHosts { _, client, provider, environment in
      let server = HTTPServer { _ in answer }
      provider.setHandler(for: TrustlessGateway.protocolID, server.streamHandler)
      return try await GatewayClient(host: client, clock: environment.clock, limits: limits)
        .fetch(root, from: provider.id, into: store)
    }
  }

  private static func answer(_ car: [UInt8], type: String = "application/vnd.ipld.car") -> HTTPResponse {
    HTTPResponse(.ok, headers: ["Content-Type": type], body: .bytes(car))
  }

  private static func car(_ roots: [CID], _ blocks: [Block]) -> [UInt8] {
    CARHeader(roots: roots).section + blocks.flatMap(\.carSection)
  }

  @Test("blocks that nothing links to, that are missing, or that come twice")
  func choiceOfBlocks() async throws {
    let payload = try Payload(bytes: 2000)
    let (root, blocks) = (payload.root, payload.blocks)
    let stranger = Block(cid: CID(hashing: [9], .raw), bytes: [9])
    let store = MemoryBlockstore()
    for position in [0, 1, blocks.count] {
      let list = Array(blocks[..<position]) + [stranger] + Array(blocks[position...])
      let error = await #expect(throws: GatewayError(.unasked, root)) {
        try await Self.fetch(root, Self.answer(Self.car([root], list)), into: store)
      }
      #expect(error?.cid == stranger.cid)
    }
    #expect(try store.get(stranger.cid) == nil)
    let early = Array(blocks[1...]) + [blocks[0]]
    await #expect(throws: GatewayError(.unasked, root)) {
      try await Self.fetch(root, Self.answer(Self.car([root], early)), into: store)
    }
    for position in blocks.indices where blocks[position].cid.codec == .raw {
      var list = blocks
      list.remove(at: position)
      let error = await #expect(throws: GatewayError(.missing, root)) {
        try await Self.fetch(root, Self.answer(Self.car([root], list)), into: store)
      }
      #expect(error?.cid == blocks[position].cid)
    }
    let twice = blocks + [blocks[1], blocks[0]]
    let fetched = try await Self.fetch(root, Self.answer(Self.car([root], twice)), into: store)
    #expect(fetched.blockCount == blocks.count)
  }

  @Test("what is no CAR of the root")
  func otherAnswers() async throws {
    let payload = try Payload(bytes: 2000)
    let (root, store) = (payload.root, MemoryBlockstore())
    let other = payload.blocks[1].cid
    let invalid = [
      Self.answer(Self.car([other], payload.blocks)), Self.answer(Self.car([], payload.blocks)),
      Self.answer(Self.car([root, root], payload.blocks)), Self.answer(payload.car, type: "text/html"),
      Self.answer([1, 2, 3]), Self.answer(payload.car + [0]),
      Self.answer(CARHeader(roots: [root]).section + [2, 0, 0]),
      Self.answer([0xff, 0xff, 0xff, 0xff, 0x7f]),
    ]
    for (number, answer) in invalid.enumerated() {
      await #expect(throws: GatewayError(.invalidResponse, root), "\(number)") {
        try await Self.fetch(root, answer, into: store)
      }
    }
    await #expect(throws: GatewayError(.refused, root)) {
      try await Self.fetch(root, HTTPResponse(HTTPStatus(429)), into: store)
    }
    #expect(store.count == 0)
    for cut in [0, 10, payload.car.count - 1] {
      await #expect(throws: GatewayError(.missing, root)) {
        try await Self.fetch(root, Self.answer(Array(payload.car.prefix(cut))), into: store)
      }
    }
  }

  @Test(
    "more than is allowed",
    arguments: [
      GatewayLimits(blockBytes: 299), GatewayLimits(blocks: 7), GatewayLimits(payloadBytes: 2000),
    ])
  func limits(limits: GatewayLimits) async throws {
    let payload = try Payload(bytes: 2000)
    await #expect(throws: GatewayError(.limitExceeded, payload.root)) {
      try await Self.fetch(payload.root, Self.answer(payload.car), limits: limits, into: MemoryBlockstore())
    }
  }

  @Test("mutated answers never trap, and leave nothing bad", arguments: 0..<40)
  func mutations(seed: UInt64) async throws {
    let payload = try Payload(bytes: 2000)
    let random = SeededRandom(seed: seed)
    var car = payload.car
    for _ in 0...random.next(below: 3) {
      car[Int(random.next(below: UInt64(car.count)))] = UInt8(truncatingIfNeeded: random.next())
    }
    let store = MemoryBlockstore()
    do {
      _ = try await Self.fetch(payload.root, Self.answer(car), into: store)
      #expect(car == payload.car)
    } catch {
      #expect(error is GatewayError)
    }
    for block in store.all { #expect(try block.cid.matches(block.bytes)) }
  }
}
