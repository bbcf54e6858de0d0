/// A body that comes from the other side, read piece by piece.
///
/// It belongs to one task at a time, and has to be read before the next message on its stream.
public final class HTTPIncomingBody {
  private let head: HTTPHeadReader
  private let framing: HTTPFraming
  /// How many bytes are left of the body or of the present chunk.
  private var left: UInt64 = 0
  private var isFirstChunk = true

  /// Whether all of it was read.
  public private(set) var isFinished = false

  /// How long the body is, if that was said.
  public var count: UInt64? {
    switch framing {
    case .none: 0
    case .length(let count): count
    case .chunked, .untilClose: nil
    }
  }

  init(_ framing: HTTPFraming, head: HTTPHeadReader) {
    self.framing = framing
    self.head = head
    if case .length(let count) = framing { left = count }
    isFinished = count == 0
  }

  /// Whether another message can follow on the stream.
  var endsBeforeStream: Bool { framing != .untilClose }

  /// Reads what has come, waiting for at least one byte; none at the end.
  ///
  /// - Parameter limit: The most bytes to return, at least 1.
  /// - Returns: Bytes.
  /// - Throws: ``HTTPError``.
  public func read(upTo limit: Int = 64 << 10) async throws(HTTPError) -> [UInt8] {
    guard !isFinished else { return [] }
    if framing == .chunked, left == 0 { try await nextChunk() }
    guard !isFinished else { return [] }
    let most = framing == .untilClose ? limit : Int(min(UInt64(max(1, limit)), left))
    let bytes = try await take(upTo: most)
    if framing == .untilClose {
      isFinished = bytes.isEmpty
      return bytes
    }
    guard !bytes.isEmpty else { throw HTTPError(.truncated, "inside a body") }
    left -= UInt64(bytes.count)
    if left == 0, framing != .chunked { isFinished = true }
    return bytes
  }

  /// Reads all of it.
  ///
  /// - Parameter limit: The most bytes.
  /// - Returns: The body.
  /// - Throws: ``HTTPError``: `limitExceeded` for more.
  public func collect(limit: Int) async throws(HTTPError) -> [UInt8] {
    let tooLong = HTTPError(.limitExceeded, "a body of more than \(limit) bytes")
    if let count, count > UInt64(max(0, limit)) { throw tooLong }
    var bytes: [UInt8] = []
    while true {
      let more = try await read()
      if more.isEmpty { return bytes }
      guard bytes.count + more.count <= limit else { throw tooLong }
      bytes += more
    }
  }

  /// Reads to the end without keeping anything; whether the end came before the limit.
  func skip(limit: UInt64) async throws(HTTPError) -> Bool {
    var skipped: UInt64 = 0
    while !isFinished, skipped <= limit { skipped += UInt64(try await read().count) }
    return isFinished
  }

  private func take(upTo limit: Int) async throws(HTTPError) -> [UInt8] {
    do {
      return try await head.reader.read(upTo: limit)
    } catch {
      throw HTTPError(error)
    }
  }

  /// Reads the head of the next chunk, and of the last one also what follows it.
  private func nextChunk() async throws(HTTPError) {
    if !isFirstChunk { guard try await head.line() == [] else { throw HTTPError(.malformed, "the end of a chunk") } }
    isFirstChunk = false
    guard let line = try await head.line() else { throw HTTPError(.truncated, "before a chunk") }
    let size = line.prefix { $0 != UInt8(ascii: ";") }
    let extensions = line.dropFirst(size.count)
    guard let count = HTTPSyntax.number(HTTPSyntax.trimmed(size), radix: 16), HTTPSyntax.isValue(extensions) else {
      throw HTTPError(.malformed, "the size of a chunk")
    }
    left = count
    if count == 0 {
      _ = try await head.headers()
      isFinished = true
    }
  }
}
