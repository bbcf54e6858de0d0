/// Unsigned LEB128 integers in their minimal form, as multiformats uses them.
///
/// The multiformats rule allows 9 bytes (63 bits); Filecoin's actor ids go up to 2^64 - 1 in 10 bytes, so the limit is
/// the caller's.
public enum Varint {
  /// The most bytes that an integer of 64 bits takes.
  public static let maxBytes = 10

  /// The minimal form of `value`.
  public static func encode(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  /// How many bytes the minimal form of `value` has.
  static func byteCount(_ value: UInt64) -> Int {
    (max(1, 64 - value.leadingZeroBitCount) + 6) / 7
  }

  /// Appends the minimal form of `value`.
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads one integer from the start of `bytes` and drops it from them.
  ///
  /// - Parameters:
  ///   - bytes: What is read from; unchanged when this throws.
  ///   - maxBytes: The most bytes that the integer may take.
  /// - Returns: The integer.
  /// - Throws: `VarintError` for a truncated, needlessly long or too large one.
  public static func read(
    from bytes: inout ArraySlice<UInt8>, maxBytes: Int = Varint.maxBytes
  ) throws(VarintError) -> UInt64 {
    var position = 0
    let value = try bytes.withUnsafeBufferPointer { bytes throws(VarintError) in
      try read(from: bytes, at: &position, maxBytes: maxBytes)
    }
    bytes = bytes.dropFirst(position)
    return value
  }

  /// Reads one integer at a position of `bytes` and moves the position behind it; when this throws it stays.
  static func read(
    from bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, maxBytes: Int = Varint.maxBytes
  ) throws(VarintError) -> UInt64 {
    var value: UInt64 = 0
    var index = position
    for group in 0..<maxBytes {
      guard index < bytes.count else { throw .truncated }
      let byte = bytes[index]
      index += 1
      if group == Varint.maxBytes - 1, byte > 1 { throw .overflow }
      value |= UInt64(byte & 0x7f) << (7 * UInt64(group))
      if byte < 0x80 {
        if byte == 0, group > 0 { throw .notMinimal }
        position = index
        return value
      }
    }
    throw .overflow
  }
}
