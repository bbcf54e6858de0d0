public import FilCore
public import FilNet

/// Gives payloads out of pieces, so that clients can verify them: the trustless gateway of IPFS over HTTP.
///
/// `GET /ipfs/{cid}?format=car` is answered by a CAR of the whole DAG below a CID, depth first, each block once;
/// `dag-scope=block` leaves all but the first block out; `format=raw` gives the bytes of one block. A failure before the
/// first block is an HTTP status with the reason as body; one after it ends the stream before its time.
///
/// ```swift
/// let gateway = TrustlessGateway(index: index, pieces: pieces)
/// host.setHandler(for: TrustlessGateway.protocolID, gateway.server.streamHandler)
/// ```
public struct TrustlessGateway: Sendable {
  /// HTTP over streams of libp2p.
  public static let protocolID: ProtocolID = "/http/1.1"

  private let blocks: PayloadBlocks
  private var limits: GatewayLimits { blocks.limits }

  /// A gateway.
  ///
  /// - Parameters:
  ///   - index: Where the blocks are.
  ///   - pieces: Reads the pieces.
  ///   - limits: How large a payload may be.
  ///   - verifiesBlocks: Whether each block is compared with its CID before it is given; clients do that again.
  public init(
    index: any PayloadIndex, pieces: any PieceSource, limits: GatewayLimits = GatewayLimits(),
    verifiesBlocks: Bool = true
  ) {
    blocks = PayloadBlocks(index: index, pieces: pieces, limits: limits, verifies: verifiesBlocks)
  }

  /// A server that answers with this gateway alone.
  public var server: HTTPServer {
    HTTPServer { await respond(to: $0) }
  }

  /// Answers a request.
  ///
  /// - Parameter request: What a client wants.
  /// - Returns: The answer.
  public func respond(to request: HTTPIncomingRequest) async -> HTTPResponse {
    let wanted: GatewayRequest
    do {
      wanted = try GatewayRequest(request)
    } catch {
      return HTTPResponse.refusal(error.status, error.reason)
    }
    do {
      return response(with: try await blocks.block(wanted.root), wanted.format, to: request)
    } catch {
      return HTTPResponse.refusal(TrustlessGateway.status(of: error), "\(error)")
    }
  }

  private static func status(of error: GatewayError) -> HTTPStatus {
    switch error.code {
    case .notFound: .notFound
    case .pieceUnavailable, .altered: HTTPStatus(502)
    default: .internalServerError
    }
  }

  private func response(with root: Block, _ format: GatewayFormat, to request: HTTPIncomingRequest) -> HTTPResponse {
    let scope = format == .carOfBlock ? ".block" : ""
    let tag = "\"\(root.cid)\(scope).\(format.fileExtension)\""
    var response: HTTPResponse
    if format == .raw {
      response = .serving(HTTPBytes(root.bytes, mediaType: format.mediaType, entityTag: tag), to: request)
    } else {
      let headers: HTTPHeaders = ["Content-Type": format.mediaType, "Accept-Ranges": "none", "ETag": tag]
      let isKnown = request.headers.list("If-None-Match").contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
      let walksOn = format == .car
      response =
        isKnown
        ? HTTPResponse(.notModified, headers: headers)
        : HTTPResponse(
          .ok, headers: headers,
          body: .stream(count: nil) { try await writeCAR(of: root, walksOn: walksOn, to: $0) })
    }
    response.headers.append("X-Content-Type-Options", "nosniff")
    response.headers.append("Cache-Control", "public, max-age=29030400, immutable")
    let name = "\(root.cid).\(format.fileExtension)"
    response.headers.append("Content-Disposition", "attachment; filename=\"\(name)\"")
    return response
  }

  private func writeCAR(of root: Block, walksOn: Bool, to writer: HTTPBodyWriter) async throws {
    try await writer.write(CARHeader(roots: [root.cid]).section)
    if root.cid.hash != .identity { try await writer.write(root.carSection) }
    guard walksOn else { return }
    var walk = try PayloadWalk(from: root, limit: limits.blocks)
    while let cid = try walk.next() {
      let block = try await blocks.block(cid)
      try walk.follow(block)
      try await writer.write(block.carSection)
    }
  }
}

extension HTTPResponse {
  /// A status with the reason as body.
  static func refusal(_ status: HTTPStatus, _ reason: String) -> HTTPResponse {
    var headers: HTTPHeaders = ["Content-Type": "text/plain; charset=utf-8"]
    if status == .methodNotAllowed { headers.append("Allow", "GET, HEAD") }
    return HTTPResponse(status, headers: headers, body: .bytes(Array(reason.utf8)))
  }
}
