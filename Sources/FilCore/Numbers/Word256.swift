/// An unsigned number of 256 bits as contracts of the EVM have them: the keys and values of their storage.
///
/// Its CBOR is a byte string, big-endian without leading zero bytes.
public struct Word256: Hashable, Sendable {
  /// The number, big-endian.
  public let bytes: Bytes32

  /// Zero.
  public static let zero = Word256(.zero)

  /// The number that 32 big-endian bytes stand for.
  public init(_ bytes: Bytes32) {
    self.bytes = bytes
  }

  /// A number of up to 64 bits.
  public init(_ value: UInt64) {
    var bytes = Bytes32.zero
    for index in 0..<8 { bytes[31 - index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
    self.bytes = bytes
  }

  /// The big-endian bytes without leading zeros; none for zero.
  public var minimalBytes: [UInt8] { Array(bytes.bytes.drop { $0 == 0 }) }

  /// The number with these big-endian bytes; `nil` if there are more than 32, or the first one is zero.
  public init?(minimalBytes: some Collection<UInt8>) {
    let count = minimalBytes.count
    guard count <= Bytes32.count, minimalBytes.first != 0 else { return nil }
    var bytes = Bytes32.zero
    for (index, byte) in minimalBytes.enumerated() { bytes[Bytes32.count - count + index] = byte }
    self.bytes = bytes
  }
}

extension Word256: Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: Word256, right: Word256) -> Bool {
    left.bytes.withUnsafeBytes { left in
      right.bytes.withUnsafeBytes { left.lexicographicallyPrecedes($0) }
    }
  }
}

extension Word256: CustomStringConvertible {
  /// The number in hexadecimal.
  public var description: String { "0x" + bytes.bytes.hex }
}

extension Word256: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(minimalBytes) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    guard let word = Word256(minimalBytes: try decoder.byteSlice(limit: Bytes32.count)) else {
      throw CBORError(.invalidValue, at: start, "a number with leading zeros")
    }
    self = word
  }
}
