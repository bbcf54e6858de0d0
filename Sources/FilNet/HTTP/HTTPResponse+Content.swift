extension HTTPResponse {
  /// The response to a request for a resource: all of it, the part that was asked for, or its headers alone.
  ///
  /// - Parameters:
  ///   - content: The resource.
  ///   - request: What the client wants.
  /// - Returns: The response.
  public static func serving(_ content: some HTTPContent, to request: HTTPIncomingRequest) -> HTTPResponse {
    guard request.method == .get || request.method == .head else {
      return HTTPResponse(.methodNotAllowed, headers: ["Allow": "GET, HEAD"])
    }
    var headers: HTTPHeaders = ["Content-Type": content.mediaType, "Accept-Ranges": "bytes"]
    headers["ETag"] = content.entityTag
    if let tag = content.entityTag, hasAlready(tag, request) { return HTTPResponse(.notModified, headers: headers) }
    guard let range = wantedRange(content, request) else {
      return HTTPResponse(.ok, headers: headers, body: part(0..<content.count, of: content))
    }
    guard let positions = range.positions(in: content.count) else {
      return HTTPResponse(.rangeNotSatisfiable, headers: ["Content-Range": "bytes */\(content.count)"])
    }
    headers.append("Content-Range", HTTPContentRange(positions, of: content.count).value)
    return HTTPResponse(.partialContent, headers: headers, body: part(positions, of: content))
  }

  private static func part(_ positions: Range<UInt64>, of content: some HTTPContent) -> HTTPBody {
    .stream(count: positions.upperBound - positions.lowerBound) { try await content.write(positions, to: $0) }
  }

  private static func hasAlready(_ tag: String, _ request: HTTPIncomingRequest) -> Bool {
    request.headers.list("If-None-Match").contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
  }

  /// The part that is wanted, unless it was wanted of another state of the resource.
  private static func wantedRange(_ content: some HTTPContent, _ request: HTTPIncomingRequest) -> HTTPRange? {
    if let state = request.headers["If-Range"], state != content.entityTag { return nil }
    return request.method == .get ? request.headers["Range"].flatMap { HTTPRange($0) } : nil
  }
}
