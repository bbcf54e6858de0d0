internal import FilCore
internal import FilNet

/// What a client asks a gateway for.
struct GatewayRequest: Hashable {
  /// Why a request is refused.
  struct Refusal: Error {
    let status: HTTPStatus
    let reason: String
  }

  /// The root of the payload.
  let root: CID
  /// What of it.
  let format: GatewayFormat

  /// Reads a request.
  init(_ request: HTTPIncomingRequest) throws(Refusal) {
    guard request.method == .get || request.method == .head else {
      throw Refusal(status: .methodNotAllowed, reason: "only GET and HEAD")
    }
    let segments = request.target.segments
    guard segments.count >= 2, segments[0] == "ipfs" else {
      throw Refusal(status: .notFound, reason: "payloads are under /ipfs/")
    }
    guard segments.count == 2 else {
      throw Refusal(status: .notImplemented, reason: "paths below a CID are not resolved here")
    }
    guard segments[1].utf8.count <= 2 * CID.maxDigestBytes, let root = try? CID(text: segments[1]) else {
      throw Refusal(status: .badRequest, reason: "not a CID")
    }
    self.root = root
    format = try GatewayRequest.format(request)
  }

  private static func format(_ request: HTTPIncomingRequest) throws(Refusal) -> GatewayFormat {
    switch try formatName(request) {
    case "raw": return .raw
    case "car": break
    case let name: throw Refusal(status: .badRequest, reason: "format \(name): only car and raw")
    }
    switch request.target["dag-scope"] {
    case nil, "all": return .car
    case "block": return .carOfBlock
    default: throw Refusal(status: .notImplemented, reason: "dag-scope: only all and block")
    }
  }

  /// The format's short name: from the query, else from the first media type that is known here.
  private static func formatName(_ request: HTTPIncomingRequest) throws(Refusal) -> String {
    if let name = request.target["format"] { return name }
    for type in request.headers.list("Accept") {
      if type.hasPrefix("application/vnd.ipld.car") { return "car" }
      if type.hasPrefix("application/vnd.ipld.raw") { return "raw" }
    }
    throw Refusal(status: .notAcceptable, reason: "say format=car or format=raw")
  }
}
