import FilCore
import FilNet
import FilNode
import Testing

@Suite("HTTP messages as they come", .timeLimit(.minutes(15)))
struct HTTPParsingTests {
  /// What a server writes for a request.
  private static func served(_ request: String) async throws -> String {
    let stream = ScriptedStream(request)
    try await echo.serve(stream)
    return stream.written
  }

  /// Answers with what it understood.
  private static let echo = HTTPServer(limits: HTTPLimits(lineBytes: 100, headerCount: 4)) { request in
    let body = try await request.body.collect(limit: 20)
    let query = request.target.query.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    let text = "\(request.method) \(request.target.segments) \(query) "
    return HTTPResponse(.ok, body: .bytes(Array(text.utf8) + body))
  }

  @Test(
    "requests that are understood",
    arguments: [
      ("GET /a/b%20c?d=e%2Bf&g HTTP/1.1\r\n\r\n", "GET [\"a\", \"b c\"] d=e+f,g= "),
      ("PUT / HTTP/1.1\r\ncontent-LENGTH:  3 \r\n\r\nabc", "PUT [] abc"),
      ("PUT / HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\nabc", "PUT [] abc"),
      ("PUT / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\nT: u\r\n\r\n", "PUT [] abc"),
      ("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0A\r\n0123456789\r\n0\r\n\r\n", "PUT [] 0123456789"),
    ])
  func understood(request: String, answer: String) async throws {
    let length = answer.replacing("[] ", with: "[]  ").utf8.count
    let written = try await Self.served(request)
    let expected = answer.hasPrefix("PUT") ? answer.replacing("[] ", with: "[]  ") : answer
    #expect(written == "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n\(expected)")
  }

  @Test(
    "requests that are refused",
    arguments: [
      ("GET / HTTP/1.1\n\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 501),
      ("x\r\n\r\n", 400),
      ("GET /\u{1} HTTP/1.1\r\n\r\n", 400), ("GET /%zz HTTP/1.1\r\n\r\n", 400), ("G@T / HTTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nA : b\r\n\r\n", 400), ("GET / HTTP/1.1\r\n b: c\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nA: \u{7f}\r\n\r\n", 400), ("GET / HTTP/1.1\r\nA\r\n\r\n", 400),
      ("PUT / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
      ("PUT / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
      ("PUT / HTTP/1.1\r\nContent-Length: +3\r\n\r\nabc", 400), ("PUT / HTTP/1.1\r\nContent-Length:\r\n\r\n", 400),
      ("PUT / HTTP/1.1\r\nContent-Length: 18446744073709551616\r\n\r\n", 400),
      ("PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
      ("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", 400),
      ("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", 400),
      ("PUT / HTTP/1.1\r\nContent-Length: 21\r\n\r\n123456789012345678901", 413),
      ("GET / HTTP/1.1\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\n\r\n", 431),
      ("GET /" + String(repeating: "a", count: 100) + " HTTP/1.1\r\n\r\n", 431),
    ])
  func refused(request: String, status: Int) async throws {
    #expect(try await Self.served(request).hasPrefix("HTTP/1.1 \(status) "))
  }

  @Test("several requests on one stream, until the client wants no more")
  func persistence() async throws {
    let one = "GET /a HTTP/1.1\r\n\r\n"
    let last = "GET /a HTTP/1.1\r\nConnection: Close\r\n\r\n"
    let (both, three) = (try await Self.served(one + last + one), try await Self.served(one + one + one))
    #expect(both.split(separator: "HTTP/1.1 200").count == 2 && both.contains("Connection: close"))
    #expect(three.split(separator: "HTTP/1.1 200").count == 3)
    let old = try await Self.served("GET /a HTTP/1.0\r\n\r\n" + one)
    #expect(old.split(separator: "HTTP/1.1 200").count == 1 && old.contains("Connection: close"))
  }

  @Test("a client that waits for leave to send its body gets it")
  func expectation() async throws {
    let request = "PUT / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\na"
    #expect(try await Self.served(request).hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
  }

  /// The body that a client understands.
  private static func received(_ response: String, _ method: HTTPMethod = .get) async throws -> String {
    let client = HTTPClient(on: ScriptedStream(response), limits: HTTPLimits(lineBytes: 100, headerCount: 4))
    let body = try await client.send(HTTPRequest(method, "/")).body
    return String(decoding: try await body.collect(limit: 20), as: UTF8.self)
  }

  @Test(
    "responses that are understood",
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcd", "abc"), ("HTTP/1.1 200\r\n\r\nabcd", "abcd"),
      ("HTTP/1.0 200 Very Well\r\n\r\nabcd", "abcd"), ("HTTP/1.1 204 \r\nContent-Length: 3\r\n\r\n", ""),
      ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", "a"),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", "a"),
    ])
  func understoodResponses(response: String, body: String) async throws {
    #expect(try await Self.received(response) == body)
    #expect(try await Self.received(response, .head) == "")
  }

  @Test(
    "responses that are refused",
    arguments: [
      ("", .closed), ("HTTP/1.1 200 OK\r\n", .truncated), ("HTTP/1.1 99 X\r\n\r\n", .malformed),
      ("HTTP/1.1 2000 X\r\n\r\n", .malformed), ("HTTP/3 200 X\r\n\r\n", .unsupported),
      ("ICY 200 X\r\n\r\n", .malformed),
      ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", .truncated),
      ("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n", .limitExceeded),
      ("HTTP/1.1 200 OK\r\n\r\n123456789012345678901", .limitExceeded),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", .truncated),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", .malformed),
      (String(repeating: "HTTP/1.1 100 X\r\n\r\n", count: 20), .malformed),
      ("HTTP/1.1 200 " + String(repeating: "x", count: 200) + "\r\n\r\n", .limitExceeded),
    ] as [(String, HTTPError.Code)])
  func refusedResponses(response: String, code: HTTPError.Code) async throws {
    await #expect(throws: HTTPError(code)) { try await Self.received(response) }
  }

  @Test("nothing is slipped into a request")
  func injection() async throws {
    let requests = [
      HTTPRequest(.get, "/ HTTP/1.1\r\nA: b"), HTTPRequest(.get, "/a b"), HTTPRequest(HTTPMethod("GET /"), "/"),
      HTTPRequest(.get, "/", headers: ["A": "b\r\nC: d"]), HTTPRequest(.get, "/", headers: ["A\n": "b"]),
    ]
    for request in requests {
      let stream = ScriptedStream("HTTP/1.1 200 OK\r\n\r\n")
      await #expect(throws: HTTPError(.invalidMessage)) { try await HTTPClient(on: stream).send(request) }
      #expect(stream.written.isEmpty)
    }
  }

  @Test("what a response before left is skipped, or the stream is given up")
  func unreadBodies() async throws {
    let one = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
    let client = HTTPClient(on: ScriptedStream(one + one + "HTTP/1.1 200 OK\r\n\r\nabc"))
    for _ in 0..<3 { #expect(try await client.send(HTTPRequest(.get, "/")).status == .ok) }
    await #expect(throws: HTTPError(.closed)) { try await client.send(HTTPRequest(.get, "/")).status }
    let limited = HTTPClient(on: ScriptedStream(one + one), limits: HTTPLimits(unreadBodyBytes: 1))
    _ = try await limited.send(HTTPRequest(.get, "/")).body.read(upTo: 1)
    _ = try await limited.send(HTTPRequest(.get, "/"))
  }

  @Test("mutated messages never trap, and end", arguments: 0..<60)
  func mutations(seed: UInt64) async throws {
    let random = SeededRandom(seed: seed)
    let requests = Array(
      """
      PUT /a/b%20?c=d HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n2;x\r\nab\r\n0\r\n\r\n\
      GET /x HTTP/1.1\r\nRange: bytes=3-\r\nContent-Length: 2\r\n\r\nabHEAD / HTTP/1.0\r\n\r\n
      """.utf8)
    let responses = Array(
      """
      HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 206 Partial Content\r\nContent-Range: bytes 3-7/9\r\n\
      Content-Length: 5\r\n\r\nabcdeHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nA: b\r\n\r\n
      """.utf8)
    let content = HTTPBytes(pattern(50))
    for _ in 0..<30 {
      let stream = ScriptedStream(mutate(requests, random), random)
      do {
        try await HTTPServer { .serving(content, to: $0) }.serve(stream)
      } catch {
        #expect(error as? HTTPError == HTTPError(.truncated))
      }
      let client = HTTPClient(on: ScriptedStream(mutate(responses, random), random))
      for _ in 0..<3 {
        do {
          let response = try await client.send(HTTPRequest(.get, "/"))
          _ = response.headers["Content-Range"].flatMap { HTTPContentRange($0) }
          #expect(try await response.body.collect(limit: 1000).count <= 1000)
        } catch {
          #expect(error is HTTPError)
        }
      }
    }
  }
}
