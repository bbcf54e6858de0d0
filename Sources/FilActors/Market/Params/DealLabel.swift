public import FilCore

/// What a client calls a deal: text or bytes, which nobody else looks at.
public enum DealLabel: Hashable, Sendable {
  /// Text.
  case text(String)
  /// Bytes.
  case bytes([UInt8])

  /// The most bytes that a label may have.
  public static let maxBytes = 256

  /// How many bytes it has.
  public var byteCount: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    }
  }
}

extension DealLabel: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    switch self {
    case .text(let text): encoder.text(text)
    case .bytes(let bytes): encoder.byteString(bytes)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self = try decoder.peek() == .text ? .text(decoder.text()) : .bytes(decoder.byteString())
  }
}
