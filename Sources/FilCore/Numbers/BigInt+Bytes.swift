extension BigInt {
  /// The absolute value in big-endian bytes without leading zeros; no bytes for zero.
  public var magnitudeBytes: [UInt8] {
    var bytes: [UInt8] = []
    for word in magnitudeWords.reversed() {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.drop { $0 == 0 })
  }

  /// The value with a sign and a magnitude in big-endian bytes, in linear time.
  public init(isNegative: Bool = false, magnitudeBytes bytes: some Collection<UInt8>) {
    var words: [UInt64] = []
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes.reversed() {
      word |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        words.append(word)
        (word, shift) = (0, 0)
      }
    }
    if shift > 0 { words.append(word) }
    self.init(isNegative: isNegative, magnitude: words)
  }
}

/// In CBOR a byte string: empty for zero, else a sign byte (0 or 1) and the magnitude in big-endian bytes.
extension BigInt: CBORCodable {
  /// The longest encoded form, in bytes (the reference's limit).
  public static let maxEncodedBytes = 128

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.byteString(isZero ? [] : [isNegative ? 1 : 0] + magnitudeBytes)
  }

  /// Reads a value; leading zeros of the magnitude are accepted, as the network's actors do.
  ///
  /// - Throws: `CBORError` for another sign byte or more than `maxEncodedBytes`.
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let bytes = try decoder.byteSlice(limit: BigInt.maxEncodedBytes)
    guard let sign = bytes.first else {
      self = .zero
      return
    }
    guard sign < 2 else { throw CBORError(.invalidValue, at: start, "sign byte \(sign)") }
    self.init(isNegative: sign == 1, magnitudeBytes: bytes.dropFirst())
  }
}
