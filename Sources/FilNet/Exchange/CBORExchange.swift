public import FilCore

/// A protocol of one question and one answer, both CBOR.
///
/// ```swift
/// let ask = CBORExchange<AskRequest, AskResponse>("/fil/storage/ask/1.1.0", requestLimit: 1024, responseLimit: 4096)
/// host.setHandler(for: ask.protocolID, ask.handler { request, peer in try answer(to: request) })
/// let answer = try await ask.send(request, to: provider, from: host, on: environment.clock)
/// ```
public struct CBORExchange<Request: CBORCodable & Sendable, Response: CBORCodable & Sendable>: Sendable {
  /// The protocol's name.
  public let protocolID: ProtocolID
  /// How values stand on the stream.
  public let framing: CBORFraming
  /// The most bytes of a question.
  public let requestLimit: Int
  /// The most bytes of an answer.
  public let responseLimit: Int
  /// How long a question and its answer may take together.
  public let timeout: Duration

  /// A protocol.
  ///
  /// - Parameters:
  ///   - protocolID: Its name.
  ///   - framing: How values stand on the stream.
  ///   - requestLimit: The most bytes of a question.
  ///   - responseLimit: The most bytes of an answer.
  ///   - timeout: How long a question and its answer may take together.
  public init(
    _ protocolID: ProtocolID, framing: CBORFraming = .bare, requestLimit: Int, responseLimit: Int,
    timeout: Duration = .seconds(60)
  ) {
    self.protocolID = protocolID
    self.framing = framing
    self.requestLimit = requestLimit
    self.responseLimit = responseLimit
    self.timeout = timeout
  }

  /// Asks a peer.
  ///
  /// - Parameters:
  ///   - request: The question.
  ///   - peer: Who is asked.
  ///   - host: Who asks.
  ///   - clock: Tells when the peer took too long.
  /// - Returns: The answer.
  /// - Throws: ``ExchangeError``.
  public func send(
    _ request: Request, to peer: PeerID, from host: any Host, on clock: any NodeClock
  ) async throws(ExchangeError) -> Response {
    do {
      return try await clock.withTimeout(timeout) {
        try await host.withStream(to: peer, protocols: [protocolID]) { try await ask(request, on: $0) }
      }
    } catch {
      throw ExchangeError(error)
    }
  }

  /// Asks on a stream that is open.
  ///
  /// - Parameters:
  ///   - request: The question.
  ///   - stream: The stream; its writing side is closed after the question.
  /// - Returns: The answer.
  /// - Throws: ``ExchangeError``.
  public func ask(_ request: Request, on stream: any NetworkStream) async throws(ExchangeError) -> Response {
    do {
      try await stream.writeCBOR(request, framing: framing)
      stream.closeWrite()
      let reader = StreamReader(stream)
      let response = try await reader.readCBOR(Response.self, framing: framing, limit: responseLimit)
      guard let response else { throw StreamError(.unexpectedEnd, "no answer") }
      return response
    } catch {
      throw ExchangeError(error)
    }
  }

  /// Answers the questions of others, one on each stream.
  ///
  /// - Parameter answer: Gives the answer to a question of a peer; a peer whose question it throws for gets none.
  /// - Returns: What to register with a host.
  public func handler(
    _ answer: @escaping @Sendable (Request, PeerID) async throws -> Response
  ) -> StreamHandler {
    { stream in
      let reader = StreamReader(stream)
      let request = try await reader.readCBOR(Request.self, framing: framing, limit: requestLimit)
      guard let request else { throw ExchangeError(.broken) }
      try await stream.writeCBOR(try await answer(request, stream.remotePeer), framing: framing)
    }
  }
}
