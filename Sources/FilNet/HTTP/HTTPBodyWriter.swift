/// Takes the bytes of a body while it is sent, and waits where the other side is slower.
public final class HTTPBodyWriter {
  private let stream: any NetworkStream
  private let framing: HTTPFraming
  private var left: UInt64 = 0

  init(_ stream: any NetworkStream, _ framing: HTTPFraming) {
    self.stream = stream
    self.framing = framing
    if case .length(let count) = framing { left = count }
  }

  /// Sends bytes.
  ///
  /// - Throws: ``HTTPError``: `wrongLength` for more of them than were announced.
  public func write(_ bytes: [UInt8]) async throws(HTTPError) {
    guard !bytes.isEmpty else { return }
    switch framing {
    case .none: throw HTTPError(.wrongLength, "a message without a body")
    case .length:
      guard UInt64(bytes.count) <= left else { throw HTTPError(.wrongLength, "more bytes than announced") }
      left -= UInt64(bytes.count)
      try await stream.writeHTTP(bytes)
    case .chunked:
      try await stream.writeHTTP(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [0x0d, 0x0a])
    case .untilClose: try await stream.writeHTTP(bytes)
    }
  }

  /// Ends the body.
  func finish() async throws(HTTPError) {
    guard left == 0 else { throw HTTPError(.wrongLength, "\(left) bytes fewer than announced") }
    if framing == .chunked { try await stream.writeHTTP(Array("0\r\n\r\n".utf8)) }
  }
}
