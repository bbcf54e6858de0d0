/// A value in Ethereum's recursive length prefix encoding: bytes, or a list of values.
public enum RLP: Hashable, Sendable {
  /// Bytes.
  case bytes([UInt8])
  /// A list.
  case list([RLP])

  /// How deep lists may nest in what is read.
  public static let maxDepth = 16

  /// An integer: big-endian bytes without leading zeros.
  public static func integer(_ value: UInt64) -> RLP {
    .bytes(Array(withUnsafeBytes(of: value.bigEndian, Array.init).drop { $0 == 0 }))
  }

  /// The encoded value.
  public var encoded: [UInt8] {
    switch self {
    case .bytes(let bytes):
      if bytes.count == 1 && bytes[0] < 0x80 { return bytes }
      return RLP.prefix(0x80, bytes.count) + bytes
    case .list(let items):
      let body = items.flatMap(\.encoded)
      return RLP.prefix(0xc0, body.count) + body
    }
  }

  private static func prefix(_ base: UInt8, _ count: Int) -> [UInt8] {
    guard count > 55 else { return [base + UInt8(count)] }
    let digits = withUnsafeBytes(of: UInt64(count).bigEndian, Array.init).drop { $0 == 0 }
    return [base + 55 + UInt8(digits.count)] + digits
  }

  /// The bytes; `nil` for a list.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  /// The items; `nil` for bytes.
  public var list: [RLP]? {
    if case .list(let items) = self { items } else { nil }
  }
}
