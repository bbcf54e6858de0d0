import FilCore
import FilNet
import FilNode
import FilRetrieval
import Testing

@Suite("What a trustless gateway answers", .timeLimit(.minutes(2)))
struct GatewayRequestTests {
  /// An answer with its body.
  private struct Answer: Sendable {
    let status: HTTPStatus
    let headers: HTTPHeaders
    let body: [UInt8]
  }

  private static func ask(_ payload: Payload, _ request: HTTPRequest) async throws -> Answer {
    try await withTwoHosts { _, client, provider, _ in
      provider.setHandler(for: TrustlessGateway.protocolID, try payload.gateway().server.streamHandler)
      return try await client.withStream(to: provider.id, protocols: [TrustlessGateway.protocolID]) { stream in
        let response = try await HTTPClient(on: stream).send(request)
        return Answer(
          status: response.status, headers: response.headers, body: try await response.body.collect(limit: 1 << 20))
      }
    }
  }

  @Test("a CAR of all, of one block, and one block's bytes")
  func formats() async throws {
    let payload = try Payload(bytes: 2000)
    let (root, first) = (payload.root, try #require(payload.blocks.first))
    let car = try await Self.ask(payload, HTTPRequest(.get, "/ipfs/\(root)?format=car"))
    #expect(car.status == .ok && car.body == payload.car)
    #expect(car.headers["Content-Type"] == "application/vnd.ipld.car; version=1; order=dfs; dups=n")
    #expect(car.headers["X-Content-Type-Options"] == "nosniff" && car.headers["ETag"] == "\"\(root).car\"")
    let accept: HTTPHeaders = ["Accept": "text/html, application/vnd.ipld.car;order=dfs"]
    #expect(try await Self.ask(payload, HTTPRequest(.get, "/ipfs/\(root)", headers: accept)).body == payload.car)
    let one = try await Self.ask(payload, HTTPRequest(.get, "/ipfs/\(root)?format=car&dag-scope=block"))
    #expect(one.body == CARHeader(roots: [root]).section + first.carSection)
    let raw = try await Self.ask(payload, HTTPRequest(.get, "/ipfs/\(root)?format=raw"))
    #expect(raw.body == first.bytes && raw.headers["Content-Type"] == "application/vnd.ipld.raw")
    let part = HTTPRequest(.get, "/ipfs/\(root)?format=raw", headers: ["Range": "bytes=1-3"])
    #expect(try await Self.ask(payload, part).body == Array(first.bytes[1...3]))
  }

  @Test("headers alone, and a client that has it already", arguments: ["car", "raw"])
  func withoutBody(format: String) async throws {
    let payload = try Payload(bytes: 2000)
    let target = "/ipfs/\(payload.root)?format=\(format)"
    let head = try await Self.ask(payload, HTTPRequest(.head, target))
    let tag = try #require(head.headers["ETag"])
    #expect(head.status == .ok && head.body.isEmpty)
    #expect(head.headers["Content-Disposition"] == "attachment; filename=\"\(payload.root).\(format)\"")
    let known = try await Self.ask(payload, HTTPRequest(.get, target, headers: ["If-None-Match": tag]))
    #expect(known.status == .notModified && known.body.isEmpty)
  }

  @Test("a block is found by its hash, whatever the version and codec of the CID")
  func otherNames() async throws {
    let payload = try Payload(bytes: 2000, options: UnixFSOptions(chunkSize: 300, hash: .sha256, inlineLimit: 0))
    let digest = try #require(payload.root.digest32)
    for name in [CID(version0: digest), CID(codec: .raw, hash: .sha256, digest: digest)] {
      let answer = try await Self.ask(payload, HTTPRequest(.get, "/ipfs/\(name)?format=raw"))
      #expect(answer.body == payload.blocks.first?.bytes)
    }
  }

  @Test(
    "requests that are refused",
    arguments: [
      ("GET", "/ipfs/ROOT", 406), ("GET", "/ipfs/ROOT?format=tar", 400), ("POST", "/ipfs/ROOT?format=car", 405),
      ("GET", "/ipfs/ROOT/a.txt?format=car", 501), ("GET", "/ipfs/ROOT?format=car&dag-scope=entity", 501),
      ("GET", "/ipfs/nonsense?format=car", 400), ("GET", "/ipfs", 404), ("GET", "/", 404), ("GET", "/ipns/ROOT", 404),
      ("GET", "/ipfs/bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e?format=raw", 404),
    ])
  func refusals(method: String, target: String, status: Int) async throws {
    let payload = try Payload(bytes: 300)
    let target = target.replacing("ROOT", with: "\(payload.root)")
    let answer = try await Self.ask(payload, HTTPRequest(HTTPMethod(method), target))
    #expect(answer.status == HTTPStatus(status) && !answer.body.isEmpty)
    #expect(answer.headers["Content-Type"]?.hasPrefix("text/plain") == true)
  }
}
