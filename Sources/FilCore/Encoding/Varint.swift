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
    var value: UInt64 = 0
    var index = bytes.startIndex
    for group in 0..<maxBytes {
      guard index < bytes.endIndex else { throw .truncated }
      let byte = bytes[index]
      index += 1
      if group == Varint.maxBytes - 1, byte > 1 { throw .overflow }
      value |= UInt64(byte & 0x7f) << (7 * UInt64(group))
      if byte < 0x80 {
        if byte == 0, group > 0 { throw .notMinimal }
        bytes = bytes[index...]
        return value
      }
    }
    throw .overflow
  }
}
