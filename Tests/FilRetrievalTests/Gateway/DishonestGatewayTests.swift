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
  /// An answer whose body goes on as long as `body` writes.
  private static func stream(_ body: @escaping @Sendable (HTTPBodyWriter) async throws -> Void) -> HTTPResponse {
    HTTPResponse(
      .ok, headers: ["Content-Type": "application/vnd.ipld.car"], body: .stream(count: nil) { try await body($0) })
  }

  /// Blocks that a client need not take: an empty one in its own CID, and the root once more.
  private static func spareBlocks(_ payload: Payload) -> [Block] {
    [Block(cid: CID(codec: .raw, hash: .identity, digest: []), bytes: []), payload.blocks[0]]
  }

  @Test("blocks that bring nothing new are taken up to a limit", arguments: 0..<2)
  func spareBlocks(kind: Int) async throws {
    let payload = try Payload(bytes: 2000)
    let limits = GatewayLimits(spareBlocks: 3)
    for count in 3...4 {
      let spare = [Block](repeating: Self.spareBlocks(payload)[kind], count: count)
      let answer = Self.answer(Self.car([payload.root], [payload.blocks[0]] + spare + payload.blocks[1...]))
      if count == 3 {
        let fetched = try await Self.fetch(payload.root, answer, limits: limits, into: MemoryBlockstore())
        #expect(fetched.blockCount == payload.blocks.count)
      } else {
        await #expect(throws: GatewayError(.limitExceeded, payload.root)) {
          try await Self.fetch(payload.root, answer, limits: limits, into: MemoryBlockstore())
        }
      }
    }
  }

  @Test("an answer without end is given up", arguments: 0..<2)
  func endless(kind: Int) async throws {
    let payload = try Payload(bytes: 2000)
    let answer = Self.stream { writer in
      try await writer.write(Self.car([payload.root], [payload.blocks[0]]))
      while true { try await writer.write(Self.spareBlocks(payload)[kind].carSection) }
    }
    await #expect(throws: GatewayError(.limitExceeded, payload.root)) {
      try await Self.fetch(payload.root, answer, into: MemoryBlockstore())
    }
  }

  /// What comes of a byte now and then, and how long it took.
  private static func trickle(
    _ payload: Payload, every pause: Duration, bytes: Int = 1, limits: GatewayLimits
  ) async throws -> (error: GatewayError?, time: Duration) {
    try await withTwoHosts { _, client, provider, environment in
      let answer = stream { writer in
        var rest = payload.car[...]
        while !rest.isEmpty {
          try await environment.clock.sleep(for: pause)
          try await writer.write(Array(rest.prefix(bytes)))
          rest = rest.dropFirst(bytes)
        }
      }
      let server = HTTPServer { _ in answer }
      provider.setHandler(for: TrustlessGateway.protocolID, server.streamHandler)
      let start = environment.clock.now
      let fetcher = GatewayClient(host: client, clock: environment.clock, limits: limits)
      do throws(GatewayError) {
        try await fetcher.fetch(payload.root, from: provider.id, into: MemoryBlockstore())
        return (nil, environment.clock.now - start)
      } catch {
        return (error, environment.clock.now - start)
      }
    }
  }

  @Test("an answer that comes too slowly is given up, one on a poor line is not")
  func slow() async throws {
    let payload = try Payload(bytes: 20_000)
    let slow = try await Self.trickle(payload, every: .seconds(299), limits: GatewayLimits())
    #expect(slow.error?.code == .tooSlow && slow.time < .seconds(1000))
    let poor = try await Self.trickle(payload, every: .seconds(1), bytes: 1024, limits: GatewayLimits())
    #expect(poor.error == nil)
    let limits = GatewayLimits(bytesPerSecond: 0, time: .seconds(10_000))
    let patient = try await Self.trickle(payload, every: .seconds(299), limits: limits)
    #expect(patient.error?.code == .tooSlow && patient.time >= .seconds(10_000) && patient.time < .seconds(10_400))
  }

  @Test("of a server's words only what can be printed is kept, and not too much")
  func words() async throws {
    let payload = try Payload(bytes: 300)
    let hostile = "no\u{1b}[2J\u{7}\r\n such \u{202e}é文\u{200b}\u{9b}31m " + String(repeating: "a\u{301}", count: 3000)
    let answers = [
      HTTPResponse(.notFound, body: .bytes(Array(hostile.utf8))), Self.answer([], type: "text/\u{1b}[31mhtml"),
      HTTPResponse(.notFound, body: .bytes([0xff, 0xfe, 0x1b])),
    ]
    for (index, answer) in answers.enumerated() {
      let error = await #expect(throws: GatewayError.self) {
        try await Self.fetch(payload.root, answer, into: MemoryBlockstore())
      }
      let text = try #require(error).description
      #expect(text.unicodeScalars.count < 1200)
      let steers = text.unicodeScalars.contains {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
      }
      #expect(!steers, "\(index)")
      if index == 0 { #expect(text.contains("no[2J such é文31m ")) }
    }
  }
}
