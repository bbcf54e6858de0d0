/// A body to send.
public enum HTTPBody: Sendable {
  /// No body.
  case none
  /// Bytes that are there.
  case bytes([UInt8])
  /// Bytes that a closure writes; sent in chunks if their number is not known.
  case stream(count: UInt64?, @Sendable (HTTPBodyWriter) async throws -> Void)

  /// How many bytes it has, if that is known.
  public var count: UInt64? {
    switch self {
    case .none: 0
    case .bytes(let bytes): UInt64(bytes.count)
    case .stream(let count, _): count
    }
  }
}
