/// Reads a stream in the portions that a format asks for, and keeps what came too early.
///
/// It belongs to one task at a time.
public final class StreamReader {
  /// The stream that is read.
  public let stream: any NetworkStream
  private var buffer: [UInt8] = []
  private var position = 0
  private let chunk: Int

  /// A reader at the stream's present position.
  ///
  /// - Parameters:
  ///   - stream: The stream; nobody else reads from it meanwhile.
  ///   - chunk: How many bytes are asked for at once.
  public init(_ stream: any NetworkStream, chunk: Int = 16 << 10) {
    self.stream = stream
    self.chunk = max(1, chunk)
  }

  /// What has come and was not taken yet.
  public var available: ArraySlice<UInt8> { buffer[position...] }

  /// Waits for more bytes; whether any came before the end.
  public func fill() async throws(StreamError) -> Bool {
    let more = try await stream.read(upTo: chunk)
    if position == buffer.count {
      buffer = more
    } else {
      buffer.removeFirst(position)
      buffer += more
    }
    position = 0
    return !more.isEmpty
  }

  /// Drops bytes that have come.
  public func drop(_ count: Int) {
    position += min(count, buffer.count - position)
  }

  /// Takes up to `limit` bytes, waiting for at least one; none at the end.
  public func read(upTo limit: Int) async throws(StreamError) -> [UInt8] {
    if available.isEmpty { guard try await fill() else { return [] } }
    let bytes = Array(available.prefix(limit))
    drop(bytes.count)
    return bytes
  }

  /// Takes exactly `count` bytes.
  ///
  /// - Throws: ``StreamError``: `unexpectedEnd` if the other side closes before.
  public func read(exactly count: Int) async throws(StreamError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try await read(upTo: count - bytes.count)
      guard !more.isEmpty else { throw StreamError(.unexpectedEnd, "\(bytes.count) of \(count) bytes came") }
      bytes += more
    }
    return bytes
  }

  /// Takes the bytes up to a marker, and drops the marker; `nil` if the other side closed before the first byte.
  ///
  /// - Parameters:
  ///   - end: The byte that ends the portion.
  ///   - limit: The most bytes before it.
  /// - Returns: The bytes before the marker.
  /// - Throws: ``StreamError``: `limitExceeded` for more bytes, `unexpectedEnd` for an end in the middle.
  public func read(until end: UInt8, limit: Int) async throws(StreamError) -> [UInt8]? {
    var scanned = 0
    while true {
      let rest = available.dropFirst(scanned)
      if let index = rest.firstIndex(of: end) {
        let bytes = Array(available[..<index])
        guard bytes.count <= limit else { throw StreamError(.limitExceeded, "more than \(limit) bytes") }
        drop(bytes.count + 1)
        return bytes
      }
      scanned = available.count
      guard scanned <= limit else { throw StreamError(.limitExceeded, "more than \(limit) bytes") }
      guard try await fill() else {
        guard scanned > 0 else { return nil }
        throw StreamError(.unexpectedEnd, "in the middle of a portion of \(scanned) bytes")
      }
    }
  }
}
