/// Asks a server on one stream, one request after the other.
///
/// ```swift
/// try await host.withStream(to: provider, protocols: ["/http/1.1"]) { stream in
///   let client = HTTPClient(on: stream)
///   let response = try await client.send(HTTPRequest(.get, "/ipfs/\(root)?format=car"))
///   while case let bytes = try await response.body.read(), !bytes.isEmpty { ... }
/// }
/// ```
///
/// It belongs to one task at a time.
public final class HTTPClient {
  /// How many interim responses come at most before the real one.
  private static let maxInterim = 8

  private let stream: any NetworkStream
  private let head: HTTPHeadReader
  private var last: HTTPIncomingBody?
  private var isOver = false

  /// A client on a stream that nobody else reads or writes.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - limits: How much of the head of a response is read.
  public init(on stream: any NetworkStream, limits: HTTPLimits = HTTPLimits()) {
    self.stream = stream
    head = HTTPHeadReader(reader: StreamReader(stream), limits: limits)
  }

  /// Sends a request and reads the head of the response; the body is read from the response.
  ///
  /// - Parameter request: The request. What is left of the response before is skipped.
  /// - Returns: The response.
  /// - Throws: ``HTTPError``, and what the closure of the request's body throws.
  public func send(_ request: HTTPRequest) async throws -> HTTPIncomingResponse {
    try await finishLast()
    guard HTTPSyntax.isToken(request.method.name.utf8), HTTPSyntax.isTarget(request.target.utf8) else {
      throw HTTPError(.invalidMessage, "the request line")
    }
    let (headers, framing) = HTTPClient.framed(request, peer: stream.remotePeer)
    let startLine = "\(request.method) \(request.target) HTTP/1.1"
    try await HTTPMessageWriter(stream: stream).write(startLine, headers, request.body, framing)
    return try await response(to: request.method)
  }

  /// Skips what is left of the response before, if that is possible at all.
  private func finishLast() async throws(HTTPError) {
    guard !isOver else { throw HTTPError(.closed, "the server takes no more requests on this stream") }
    guard let body = last else { return }
    last = nil
    guard body.endsBeforeStream, try await body.skip(limit: head.limits.unreadBodyBytes) else {
      isOver = true
      throw HTTPError(.closed, "the response before was not read")
    }
  }

  private static func framed(_ request: HTTPRequest, peer: PeerID) -> (HTTPHeaders, HTTPFraming) {
    var headers = request.headers
    if headers["Host"] == nil { headers.append("Host", "\(peer)") }
    headers["Content-Length"] = nil
    headers["Transfer-Encoding"] = nil
    if case .none = request.body { return (headers, .none) }
    guard let count = request.body.count else {
      headers.append("Transfer-Encoding", "chunked")
      return (headers, .chunked)
    }
    headers.append("Content-Length", "\(count)")
    return (headers, .length(count))
  }

  private func response(to method: HTTPMethod) async throws(HTTPError) -> HTTPIncomingResponse {
    for _ in 0...HTTPClient.maxInterim {
      guard let line = try await head.line() else { throw HTTPError(.closed, "no response") }
      let start = try HTTPHeadReader.statusLine(line)
      let headers = try await head.headers()
      guard start.status.code >= 200 else { continue }
      let body = HTTPIncomingBody(try .ofResponse(to: method, start.status, headers), head: head)
      isOver = start.minorVersion == 0 || headers.list("Connection", contains: "close")
      last = body
      return HTTPIncomingResponse(status: start.status, headers: headers, body: body)
    }
    throw HTTPError(.malformed, "too many interim responses")
  }
}
