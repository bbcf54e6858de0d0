/// Answers the requests that come on streams.
///
/// ```swift
/// let server = HTTPServer { request in
///   guard let piece = pieces[request.target.path] else { return HTTPResponse(.notFound) }
///   return .serving(piece, to: request)
/// }
/// host.setHandler(for: "/http/1.1", server.streamHandler)
/// ```
public struct HTTPServer: Sendable {
  /// Gives the response to a request.
  public typealias Handler = @Sendable (HTTPIncomingRequest) async throws -> HTTPResponse

  private let limits: HTTPLimits
  private let handler: Handler

  /// A server.
  ///
  /// - Parameters:
  ///   - limits: How much of the head of a request is read.
  ///   - handler: Gives the response to a request; a client whose request it throws for is told no more than that.
  public init(limits: HTTPLimits = HTTPLimits(), _ handler: @escaping Handler) {
    self.limits = limits
    self.handler = handler
  }

  /// What to register with a host.
  public var streamHandler: StreamHandler {
    { try await serve($0) }
  }

  /// Answers requests until the client closes, or asks for the last one.
  ///
  /// - Parameter stream: A stream that nobody else reads or writes.
  /// - Throws: ``HTTPError`` if the stream fails or ends inside a request; what a body's closure throws. A client that
  ///   sends what is no request is told so, and that is all.
  public func serve(_ stream: any NetworkStream) async throws {
    let head = HTTPHeadReader(reader: StreamReader(stream), limits: limits)
    while let request = try await nextRequest(head, stream) {
      let response = await answer(request)
      try await send(response, to: request, on: stream)
      guard request.keepsStream, (try? await request.body.skip(limit: limits.unreadBodyBytes)) == true else { return }
    }
  }

  private func nextRequest(_ head: HTTPHeadReader, _ stream: any NetworkStream) async throws -> HTTPIncomingRequest? {
    do throws(HTTPError) {
      guard let line = try await head.line() else { return nil }
      let start = try HTTPHeadReader.requestLine(line)
      let headers = try await head.headers()
      guard let target = HTTPTarget(start.target) else { throw HTTPError(.malformed, "the target") }
      let framing = try HTTPFraming.ofRequest(headers)
      if framing != .none, headers.list("Expect", contains: "100-continue") {
        try await stream.writeHTTP(try HTTPMessageWriter.head("HTTP/1.1 \(HTTPStatus(100))", [:]))
      }
      return HTTPIncomingRequest(
        method: start.method, target: target, headers: headers, body: HTTPIncomingBody(framing, head: head),
        peer: stream.remotePeer, minorVersion: start.minorVersion)
    } catch {
      guard let status = HTTPServer.status(for: error, tooMuch: .headersTooLarge) else { throw error }
      try await refuse(status, on: stream)
      return nil
    }
  }

  /// What a client is told of an error that is its own; `nil` if it is not.
  private static func status(for error: HTTPError, tooMuch: HTTPStatus) -> HTTPStatus? {
    switch error.code {
    case .malformed: .badRequest
    case .limitExceeded: tooMuch
    case .unsupported: .notImplemented
    default: nil
    }
  }

  private func refuse(_ status: HTTPStatus, on stream: any NetworkStream) async throws {
    let headers: HTTPHeaders = ["Content-Length": "0", "Connection": "close"]
    try await HTTPMessageWriter(stream: stream).write("HTTP/1.1 \(status)", headers, .none, .none)
  }

  private func answer(_ request: HTTPIncomingRequest) async -> HTTPResponse {
    do {
      return try await handler(request)
    } catch let error as HTTPError {
      return HTTPResponse(HTTPServer.status(for: error, tooMuch: .contentTooLarge) ?? .internalServerError)
    } catch {
      return HTTPResponse(.internalServerError)
    }
  }

  private func send(
    _ response: HTTPResponse, to request: HTTPIncomingRequest, on stream: any NetworkStream
  ) async throws {
    var headers = response.headers
    let framing = HTTPServer.frame(response, minorVersion: request.minorVersion, &headers)
    if !request.keepsStream { headers["Connection"] = "close" }
    try await HTTPMessageWriter(stream: stream).write(
      "HTTP/1.1 \(response.status)", headers, response.body, request.method == .head ? .none : framing)
  }

  private static func frame(_ response: HTTPResponse, minorVersion: Int, _ headers: inout HTTPHeaders) -> HTTPFraming {
    headers["Content-Length"] = nil
    headers["Transfer-Encoding"] = nil
    if response.status == .notModified || response.status.code == 204 { return .none }
    if let count = response.body.count {
      headers.append("Content-Length", "\(count)")
      return .length(count)
    }
    guard minorVersion == 1 else { return .untilClose }
    headers.append("Transfer-Encoding", "chunked")
    return .chunked
  }
}
