extension BigInt {
  /// The absolute value in big-endian bytes without leading zeros; no bytes for zero.
  public var magnitudeBytes: [UInt8] {
    var bytes: [UInt8] = []
    for word in magnitudeWords.reversed() {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.drop { $0 == 0 })
  }

  /// The value with a sign and a magnitude of at most 16 big-endian bytes.
  fileprivate init(isNegative: Bool, shortMagnitude bytes: UnsafeBufferPointer<UInt8>) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    self.init(isNegative: isNegative, magnitude: UInt128(high) << 64 | UInt128(low))
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
    guard case .small(let value) = storage else {
      encoder.byteString([isNegative ? 1 : 0] + magnitudeBytes)
      return
    }
    let count = (128 - value.magnitude.leadingZeroBitCount + 7) / 8
    encoder.byteString(count: value == 0 ? 0 : 1 + count) { bytes in
      guard value != 0 else { return }
      bytes.append(value < 0 ? 1 : 0)
      withUnsafeBytes(of: value.magnitude.bigEndian) { bytes.append(contentsOf: $0[(16 - count)...]) }
    }
  }

  /// Reads a value; leading zeros of the magnitude are accepted, as the network's actors do.
  ///
  /// - Throws: `CBORError` for another sign byte or more than `maxEncodedBytes`.
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self = try decoder.byteString(limit: BigInt.maxEncodedBytes) { bytes, start throws(CBORError) in
      guard let sign = bytes.first else { return BigInt.zero }
      guard sign < 2 else { throw CBORError(.invalidValue, at: start, "sign byte \(sign)") }
      let magnitude = UnsafeBufferPointer(rebasing: bytes.dropFirst())
      return magnitude.count <= 16
        ? BigInt(isNegative: sign == 1, shortMagnitude: magnitude)
        : BigInt(isNegative: sign == 1, magnitudeBytes: magnitude)
    }
  }
}
