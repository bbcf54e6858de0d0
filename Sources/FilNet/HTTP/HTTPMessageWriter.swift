/// Writes messages: the start line, the fields, and the body in its framing.
struct HTTPMessageWriter {
  let stream: any NetworkStream

  /// Writes a message.
  ///
  /// - Parameters:
  ///   - startLine: The first line without its end.
  ///   - headers: The fields, without those of the framing.
  ///   - body: The body.
  ///   - framing: How its end is known.
  /// - Throws: `HTTPError`, and what the body's closure throws.
  func write(_ startLine: String, _ headers: HTTPHeaders, _ body: HTTPBody, _ framing: HTTPFraming) async throws {
    let head = try HTTPMessageWriter.head(startLine, headers)
    try await stream.writeHTTP(head)
    guard framing != .none else { return }
    let writer = HTTPBodyWriter(stream, framing)
    switch body {
    case .none: break
    case .bytes(let bytes): try await writer.write(bytes)
    case .stream(_, let produce): try await produce(writer)
    }
    try await writer.finish()
  }

  /// The bytes of a start line and fields; what they must not hold would let their author add fields or messages.
  static func head(_ startLine: String, _ headers: HTTPHeaders) throws(HTTPError) -> [UInt8] {
    guard HTTPSyntax.isValue(startLine.utf8) else { throw HTTPError(.invalidMessage, "the start line") }
    var bytes = Array(startLine.utf8) + [0x0d, 0x0a]
    for field in headers.fields {
      guard HTTPSyntax.isToken(field.name.utf8), HTTPSyntax.isValue(field.value.utf8) else {
        throw HTTPError(.invalidMessage, "the field '\(field.name)'")
      }
      bytes += Array("\(field.name): \(field.value)\r\n".utf8)
    }
    return bytes + [0x0d, 0x0a]
  }
}

extension NetworkStream {
  /// Writes bytes of a message.
  func writeHTTP(_ bytes: [UInt8]) async throws(HTTPError) {
    do {
      try await write(bytes)
    } catch {
      throw HTTPError(error)
    }
  }
}
