import FilCore
import FilMarket
import FilNet
import FilNode
import Synchronization
import Testing

@Suite("The data of deals", .timeLimit(.minutes(2)))
struct TransferTests {
  private static let car = SeededRandom(seed: 5).bytes(100_000)

  /// A transfer of the CAR that the client's server offers.
  private static func offer(
    _ server: TransferServer, at host: InProcessHost, _ environment: Environment
  ) -> DealTransfer {
    server.offer(
      HTTPBytes(car, mediaType: TransferServer.mediaType), from: TransferSource(peer: host.id), environment.random
    ).transfer
  }

  @Test("a provider fetches the bytes", arguments: [0, 1, 60_000, 100_000])
  func whole(present: Int) async throws {
    let sink = MemoryTransferSink(Array(Self.car.prefix(present)), limit: Self.car.count)
    try await withTwoHosts { _, client, provider, environment in
      let server = TransferServer()
      client.setHandler(for: TransferServer.protocolID, server.streamHandler)
      let transfer = Self.offer(server, at: client, environment)
      #expect(transfer.size == 100_000 && transfer.type == "libp2p")
      let fetcher = TransferFetcher(host: provider, clock: environment.clock)
      let count = try await fetcher.fetch(transfer, to: sink)
      #expect(count == 100_000)
    }
    #expect(sink.bytes == Self.car)
  }

  @Test("the data of a piece is read when it is asked for")
  func piece() async throws {
    let piece = CID(codec: .raw, hash: .sha256, digest: SHA256.hash([1]))
    let data = SeededRandom(seed: 9).bytes((1 << 20) + 12_345)
    let sink = MemoryTransferSink(limit: data.count)
    try await withTwoHosts { _, client, provider, environment in
      let server = TransferServer()
      client.setHandler(for: TransferServer.protocolID, server.streamHandler)
      let content = PieceContent(piece, count: UInt64(data.count), from: MemoryPieceSource([piece: data]))
      let (token, transfer) = server.offer(content, from: TransferSource(peer: client.id), environment.random)
      let fetcher = TransferFetcher(host: provider, clock: environment.clock)
      try await fetcher.fetch(transfer, to: sink)
      server.remove(token)
      #expect(server.count == 0)
      await #expect(throws: TransferError(.unauthorized)) {
        try await fetcher.fetch(transfer, to: MemoryTransferSink(limit: data.count))
      }
    }
    #expect(sink.bytes == data)
  }

  @Test("a broken stream is opened again, and only what is missing comes")
  func resumed() async throws {
    let sink = MemoryTransferSink(limit: Self.car.count)
    let ranges = Mutex<[String]>([])
    try await withTwoHosts { network, client, provider, environment in
      let server = TransferServer()
      let http = HTTPServer { request in
        if let range = request.headers["Range"] { ranges.withLock { $0.append(range) } }
        return server.respond(to: request)
      }
      client.setHandler(for: TransferServer.protocolID, http.streamHandler)
      network.setLink(
        between: client.id, and: provider.id, LinkConditions(latency: .zero...(.zero), bytesPerSecond: 10_000))
      let transfer = Self.offer(server, at: client, environment)
      try await withThrowingTaskGroup { group in
        group.addTask {
          // The line takes ten seconds, and bytes in portions of 64 KiB; the second attempt begins after 15 seconds.
          for wait in [10, 6] {
            try await environment.clock.sleep(for: .seconds(wait))
            network.disconnect(client.id, provider.id)
          }
        }
        try await TransferFetcher(host: provider, clock: environment.clock).fetch(transfer, to: sink)
        try await group.waitForAll()
      }
    }
    #expect(sink.bytes == Self.car)
    let starts = ranges.withLock { $0 }.compactMap { HTTPRange($0)?.positions(in: 100_000)?.lowerBound }
    #expect(starts == [0, 64 << 10, 64 << 10])
  }

  /// What a fetch from a server with a fault comes to, and how long it takes.
  private static func failure(
    _ handler: @escaping HTTPServer.Handler, size: UInt64 = 1000, policy: TransferPolicy = TransferPolicy()
  ) async throws -> (TransferError?, Duration) {
    try await withTwoHosts { _, client, provider, environment in
      client.setHandler(for: TransferServer.protocolID, HTTPServer(handler).streamHandler)
      let params = TransferParams(url: TransferSource(peer: client.id).url)
      let transfer = DealTransfer(size: size, type: "libp2p", params: params.json)
      let start = environment.clock.now
      let error = await #expect(throws: TransferError.self) {
        try await TransferFetcher(host: provider, clock: environment.clock, policy: policy)
          .fetch(transfer, to: MemoryTransferSink(limit: 2000))
      }
      return (error, environment.clock.now - start)
    }
  }

  @Test("a wrong token, or none, is refused at once with status 401")
  func wrongToken() async throws {
    let server = TransferServer()
    let token = try #require(TransferToken("secret"))
    server.register(HTTPBytes(Self.car), for: token)
    let other = try #require(TransferToken("other"))
    let fields = [nil, other.authorization, "Basic", "Basic !!!!", "Bearer secret", "secret", "Basic c2VjcmV0"]
    for field in fields {
      let (error, time) = try await Self.failure { request in
        #expect(request.headers["Authorization"] == nil)
        let answer = server.respond(to: request)
        #expect(answer.headers["WWW-Authenticate"]?.hasPrefix("Basic ") == true)
        return answer
      }
      #expect(error?.code == .unauthorized && error?.status == .unauthorized && time < .seconds(1))
      try await withTwoHosts { _, client, provider, _ in
        client.setHandler(for: TransferServer.protocolID, server.streamHandler)
        try await provider.withStream(to: client.id, protocols: [TransferServer.protocolID]) { stream in
          var request = HTTPRequest(.get, "/")
          request.headers["Authorization"] = field
          let http = HTTPClient(on: stream)
          let refused = try await http.send(request).status
          request.headers["Authorization"] = token.authorization
          let granted = try await http.send(request).status
          #expect(refused == .unauthorized && granted == .ok)
        }
      }
    }
  }

  @Test("answers that end a transfer at once")
  func terminal() async throws {
    let other = HTTPBytes(Array(Self.car.prefix(999)))
    #expect(try await Self.failure { .serving(other, to: $0) }.0?.code == .wrongSize)
    #expect(try await Self.failure { _ in HTTPResponse(.notFound) }.0?.code == .refused)
    #expect(try await Self.failure { _ in HTTPResponse(HTTPStatus(302)) }.0?.code == .refused)
    let chunked = HTTPBody.stream(count: nil) { try await $0.write([1]) }
    #expect(try await Self.failure { _ in HTTPResponse(.ok, body: chunked) }.0?.code == .invalidResponse)
    let wrongPart = HTTPResponse(
      .partialContent, headers: ["Content-Range": "bytes 1-999/1000"], body: .bytes(Array(Self.car.prefix(999))))
    let whole = HTTPBytes(Array(Self.car.prefix(1000)))
    #expect(
      try await Self.failure { $0.method == .head ? .serving(whole, to: $0) : wrongPart }.0?.code == .invalidResponse)
    let tooMuch = HTTPBytes(Array(Self.car.prefix(3000)))
    #expect(try await Self.failure({ .serving(tooMuch, to: $0) }, size: 0).0?.code == .sink)
    let strict = TransferPolicy(maxBytes: 2999)
    #expect(try await Self.failure({ .serving(tooMuch, to: $0) }, size: 0, policy: strict).0?.code == .wrongSize)
  }

  @Test("a server in trouble is asked again, with ever longer waits, as often as is allowed")
  func exhausted() async throws {
    let asked = Mutex(0)
    let (error, time) = try await Self.failure { _ in
      asked.withLock { $0 += 1 }
      return HTTPResponse(HTTPStatus(503))
    }
    #expect(error?.code == .attemptsExhausted && asked.withLock { $0 } == 15)
    // 5 s, and half as long again each time, up to 10 minutes.
    #expect(time > .seconds(2400) && time < .seconds(3600))
  }

  @Test("a server that says nothing is given up")
  func silent() async throws {
    let policy = TransferPolicy(attempts: 2, stallLimit: .seconds(20))
    let (error, time) = try await withTwoHosts { _, client, provider, environment in
      client.setHandler(for: TransferServer.protocolID) { _ in try await environment.clock.sleep(for: .seconds(9999)) }
      let params = TransferParams(url: TransferSource(peer: client.id).url)
      let transfer = DealTransfer(size: 10, type: "libp2p", params: params.json)
      let start = environment.clock.now
      let error = await #expect(throws: TransferError.self) {
        try await TransferFetcher(host: provider, clock: environment.clock, policy: policy)
          .fetch(transfer, to: MemoryTransferSink(limit: 10))
      }
      return (error, environment.clock.now - start)
    }
    #expect(error?.code == .attemptsExhausted && time < .seconds(90))
  }

  @Test("a whole transfer has its time")
  func timeLimit() async throws {
    let policy = TransferPolicy(timeLimit: .seconds(100))
    let (error, time) = try await Self.failure({ _ in HTTPResponse(HTTPStatus(500)) }, policy: policy)
    #expect(error?.code == .timeout && time == .seconds(100))
  }
}
