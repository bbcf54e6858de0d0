/// Reads the start line and the header fields of messages.
struct HTTPHeadReader {
  /// The start line of a request.
  struct RequestLine: Hashable {
    let method: HTTPMethod
    let target: String
    let minorVersion: Int
  }

  /// The start line of a response.
  struct StatusLine: Hashable {
    let status: HTTPStatus
    let minorVersion: Int
  }

  let reader: StreamReader
  let limits: HTTPLimits

  /// The next line without its end; `nil` if the other side closed before it.
  func line() async throws(HTTPError) -> [UInt8]? {
    guard var line = try await rawLine() else { return nil }
    guard line.popLast() == 0x0d else { throw HTTPError(.malformed, "a line that does not end in CR LF") }
    return line
  }

  private func rawLine() async throws(HTTPError) -> [UInt8]? {
    do {
      return try await reader.read(until: 0x0a, limit: limits.lineBytes)
    } catch {
      throw HTTPError(error)
    }
  }

  /// The header fields up to the empty line.
  func headers() async throws(HTTPError) -> HTTPHeaders {
    var headers = HTTPHeaders()
    while true {
      guard let line = try await line() else { throw HTTPError(.truncated, "inside the headers") }
      if line.isEmpty { return headers }
      guard headers.fields.count < limits.headerCount else {
        throw HTTPError(.limitExceeded, "more than \(limits.headerCount) header fields")
      }
      let (name, value) = try HTTPHeadReader.field(line)
      headers.append(name, value)
    }
  }

  static func field(_ line: [UInt8]) throws(HTTPError) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw HTTPError(.malformed, "a field without a colon")
    }
    let name = line[..<colon]
    let value = HTTPSyntax.trimmed(line[(colon + 1)...])
    guard HTTPSyntax.isToken(name), HTTPSyntax.isValue(value) else {
      throw HTTPError(.malformed, "a field's characters")
    }
    return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }

  static func requestLine(_ line: [UInt8]) throws(HTTPError) -> RequestLine {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, HTTPSyntax.isToken(parts[0]), HTTPSyntax.isTarget(parts[1]) else {
      throw HTTPError(.malformed, "the request line")
    }
    return RequestLine(
      method: HTTPMethod(String(decoding: parts[0], as: UTF8.self)), target: String(decoding: parts[1], as: UTF8.self),
      minorVersion: try minorVersion(parts[2]))
  }

  static func statusLine(_ line: [UInt8]) throws(HTTPError) -> StatusLine {
    let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[1].count == 3, let code = HTTPSyntax.number(parts[1]), (100..<600).contains(code),
      HTTPSyntax.isValue(parts.dropFirst(2).joined())
    else { throw HTTPError(.malformed, "the status line") }
    return StatusLine(status: HTTPStatus(Int(code)), minorVersion: try minorVersion(parts[0]))
  }

  private static func minorVersion(_ text: ArraySlice<UInt8>) throws(HTTPError) -> Int {
    switch String(decoding: text, as: UTF8.self) {
    case "HTTP/1.1": return 1
    case "HTTP/1.0": return 0
    case let other where other.hasPrefix("HTTP/"): throw HTTPError(.unsupported, "version \(other)")
    default: throw HTTPError(.malformed, "the version")
    }
  }
}
