public import FilCore

/// The number that a client gives a deal before there is one on the chain: 16 bytes.
public struct DealUUID: Hashable, Sendable {
  /// The 16 bytes.
  public let bytes: [UInt8]

  /// The number with 16 bytes; `nil` if there are more or fewer.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// A number by chance.
  public init(from random: any RandomSource) {
    bytes = random.bytes(16)
  }
}

extension DealUUID: CBORCodable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(bytes) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    guard let uuid = DealUUID(try decoder.byteString(limit: 16)) else {
      throw CBORError(.invalidValue, at: start, "a UUID has 16 bytes")
    }
    self = uuid
  }

  /// The usual text, with hyphens.
  public var description: String {
    let digits = Array(bytes.hex)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
