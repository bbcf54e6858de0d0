/// How the end of a body is known.
enum HTTPFraming: Hashable {
  /// There is no body.
  case none
  /// By its length.
  case length(UInt64)
  /// By its last chunk.
  case chunked
  /// By the end of the stream.
  case untilClose

  /// The framing of a request's body.
  static func ofRequest(_ headers: HTTPHeaders) throws(HTTPError) -> HTTPFraming {
    try explicit(headers) ?? .none
  }

  /// The framing of a response's body.
  static func ofResponse(
    to method: HTTPMethod, _ status: HTTPStatus, _ headers: HTTPHeaders
  ) throws(HTTPError) -> HTTPFraming {
    if method == .head || status.code < 200 || status.code == 204 || status == .notModified { return .none }
    return try explicit(headers) ?? .untilClose
  }

  /// What the headers say; two answers that contradict each other are refused, as others may read the other one.
  private static func explicit(_ headers: HTTPHeaders) throws(HTTPError) -> HTTPFraming? {
    let lengths = headers.list("Content-Length")
    if headers["Transfer-Encoding"] != nil {
      guard headers["Content-Length"] == nil else { throw HTTPError(.malformed, "a length and a transfer coding") }
      let codings = headers.list("Transfer-Encoding")
      guard codings.count == 1, headers.list("Transfer-Encoding", contains: "chunked") else {
        throw HTTPError(.unsupported, "transfer coding \(codings.joined(separator: ", "))")
      }
      return .chunked
    }
    guard headers["Content-Length"] != nil else { return nil }
    guard let first = lengths.first, lengths.allSatisfy({ $0 == first }), let count = HTTPSyntax.number(first.utf8)
    else { throw HTTPError(.malformed, "the content length") }
    return .length(count)
  }
}
