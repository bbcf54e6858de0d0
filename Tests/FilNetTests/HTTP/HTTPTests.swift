import FilCore
import FilNet
import FilNode
import Testing

@Suite("HTTP between hosts", .timeLimit(.minutes(15)))
struct HTTPTests {
  private static let content = HTTPBytes(pattern(1000), mediaType: "application/vnd.ipld.car", entityTag: "\"v1\"")

  /// Has a client talk to a server.
  @discardableResult
  private static func withServer<Value: Sendable>(
    _ handler: @escaping HTTPServer.Handler, limits: InProcessLimits = InProcessLimits(),
    _ body: @escaping @Sendable (HTTPClient, Environment) async throws -> Value
  ) async throws -> Value {
    try await Simulation.run(seed: 1) { environment in
      let network = InProcessNetwork(environment: environment, link: LinkConditions(latency: .milliseconds(1)))
      let (alice, bob) = (network.addHost(peer(1), limits: limits), network.addHost(peer(2)))
      bob.setHandler(for: "/http/1.1", HTTPServer(handler).streamHandler)
      return try await withHosts([alice, bob]) {
        try await alice.withStream(to: bob.id, protocols: ["/http/1.1"]) {
          try await body(HTTPClient(on: $0), environment)
        }
      }
    }
  }

  @Test("a resource whole, its headers, and parts of it, on one stream")
  func resource() async throws {
    try await Self.withServer {
      .serving(Self.content, to: $0)
    } _: { client, _ in
      for _ in 0..<3 {
        let response = try await client.send(HTTPRequest(.get, "/a"))
        #expect(response.status == .ok && response.headers["content-type"] == "application/vnd.ipld.car")
        #expect(response.body.count == 1000)
        #expect(try await response.body.collect(limit: 1000) == pattern(1000))
        let head = try await client.send(HTTPRequest(.head, "/a"))
        #expect(head.status == .ok && head.headers["Content-Length"] == "1000" && head.body.isFinished)
      }
    }
  }

  @Test(
    "ranges",
    arguments: [
      ("bytes=0-9", 0..<10), ("bytes=990-", 990..<1000), ("bytes=-5", 995..<1000), ("bytes=995-5000", 995..<1000),
      ("bytes=-5000", 0..<1000), ("bytes=1000-", nil), ("bytes=-0", nil),
    ] as [(String, Range<Int>?)])
  func ranges(field: String, positions: Range<Int>?) async throws {
    try await Self.withServer {
      .serving(Self.content, to: $0)
    } _: { client, _ in
      let response = try await client.send(HTTPRequest(.get, "/a", headers: ["Range": field]))
      let bytes = try await response.body.collect(limit: 1000)
      guard let positions else {
        #expect(response.status == .rangeNotSatisfiable && response.headers["Content-Range"] == "bytes */1000")
        return
      }
      #expect(response.status == .partialContent && bytes == Array(pattern(1000)[positions]))
      let range = try #require(response.headers["Content-Range"].flatMap { HTTPContentRange($0) })
      #expect(range.positions == UInt64(positions.lowerBound)..<UInt64(positions.upperBound) && range.total == 1000)
    }
  }

  @Test(
    "ranges that are none are ignored", arguments: ["bytes=9-1", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=-"])
  func noRanges(field: String) async throws {
    try await Self.withServer {
      .serving(Self.content, to: $0)
    } _: { client, _ in
      let response = try await client.send(HTTPRequest(.get, "/a", headers: ["Range": field]))
      #expect(response.status == .ok && response.body.count == 1000)
    }
  }

  @Test("conditions on the state of a resource")
  func conditions() async throws {
    try await Self.withServer {
      .serving(Self.content, to: $0)
    } _: { client, _ in
      let known = try await client.send(HTTPRequest(.get, "/a", headers: ["If-None-Match": "\"v0\", \"v1\""]))
      #expect(known.status == .notModified && known.body.isFinished && known.headers["ETag"] == "\"v1\"")
      let same = HTTPRequest(.get, "/a", headers: ["Range": "bytes=0-0", "If-Range": "\"v1\""])
      #expect(try await client.send(same).status == .partialContent)
      let other = HTTPRequest(.get, "/a", headers: ["Range": "bytes=0-0", "If-Range": "\"v0\""])
      #expect(try await client.send(other).status == .ok)
      let refused = try await client.send(HTTPRequest(.post, "/a", body: .bytes([1])))
      #expect(refused.status == .methodNotAllowed && refused.headers["Allow"] == "GET, HEAD")
    }
  }

  @Test("bodies of unknown length go in chunks, both ways")
  func chunks() async throws {
    try await Self.withServer { request in
      let body = try await request.body.collect(limit: 10_000)
      #expect(request.headers["Transfer-Encoding"] == "chunked" && request.body.count == nil)
      return HTTPResponse(
        .ok,
        body: .stream(count: nil) { writer in
          for byte in body { try await writer.write([byte, byte]) }
        })
    } _: { client, _ in
      let body = HTTPBody.stream(count: nil) { writer in
        for number in 0..<20 { try await writer.write(pattern(number)) }
      }
      let response = try await client.send(HTTPRequest(.put, "/a?b=c", body: body))
      let sent = (0..<20).flatMap { pattern($0) }
      #expect(try await response.body.collect(limit: 1000) == sent.flatMap { [$0, $0] })
    }
  }

  @Test("a large body waits for a slow reader")
  func backPressure() async throws {
    let limits = InProcessLimits(streamWindow: 1000)
    try await Self.withServer(
      { _ in
        HTTPResponse(
          .ok,
          body: .stream(count: 100_000) { writer in
            for _ in 0..<100 { try await writer.write(pattern(1000)) }
          })
      }, limits: limits
    ) { client, environment in
      let start = environment.clock.now
      let response = try await client.send(HTTPRequest(.get, "/"))
      var count = 0
      while true {
        let bytes = try await response.body.read()
        if bytes.isEmpty { break }
        count += bytes.count
        try await environment.clock.sleep(for: .seconds(1))
      }
      #expect(count == 100_000)
      #expect(environment.clock.now - start > .seconds(90))
    }
  }

  @Test("a handler that fails is an error of the server, and the stream goes on")
  func failingHandler() async throws {
    try await Self.withServer { request in
      guard request.target.path == "/good" else { throw VarintError.overflow }
      return HTTPResponse(.ok, body: .bytes([1]))
    } _: { client, _ in
      let (bad, good) = (HTTPRequest(.get, "/bad"), HTTPRequest(.get, "/good"))
      let answers = [try await client.send(bad).status, try await client.send(good).status]
      #expect(answers == [.internalServerError, .ok])
    }
  }

  @Test("a body that breaks off is not taken for whole", arguments: [nil, 100] as [UInt64?])
  func brokenBody(count: UInt64?) async throws {
    try await Self.withServer { _ in
      HTTPResponse(
        .ok,
        body: .stream(count: count) { writer in
          try await writer.write([1, 2, 3])
          throw VarintError.overflow
        })
    } _: { client, _ in
      await #expect(throws: HTTPError(.stream)) {
        let response = try await client.send(HTTPRequest(.get, "/"))
        _ = try await response.body.collect(limit: 1000)
      }
    }
  }

  @Test("a body of another length than announced is an error", arguments: [2, 4] as [UInt64])
  func wrongLength(count: UInt64) async throws {
    let client = HTTPClient(on: ScriptedStream(""))
    await #expect(throws: HTTPError(.wrongLength)) {
      let body = HTTPBody.stream(count: count) { try await $0.write([1, 2, 3]) }
      return try await client.send(HTTPRequest(.put, "/", body: body)).status
    }
  }
}
