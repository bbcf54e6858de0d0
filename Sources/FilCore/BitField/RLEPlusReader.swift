/// Reads the bits of an RLE+ form, the least significant one of each byte first; after the end come zeros.
struct RLEPlusReader {
  private let bytes: [UInt8]
  private var position = 0
  /// The position after the last bit that is set.
  private let end: Int

  init(_ bytes: [UInt8]) throws(BitFieldError) {
    guard bytes.last != 0 else { throw .notMinimal }
    self.bytes = bytes
    end = bytes.count * 8 - (bytes.last?.leadingZeroBitCount ?? 0)
  }

  /// Reads up to eight bits as an integer, the first one lowest.
  mutating func bits(_ count: Int) -> UInt8 {
    let index = position >> 3
    let low = index < bytes.count ? UInt16(bytes[index]) : 0
    let high = index + 1 < bytes.count ? UInt16(bytes[index + 1]) : 0
    let window = (high << 8 | low) >> UInt16(position & 7)
    position += count
    return UInt8(truncatingIfNeeded: window & (1 << UInt16(count) - 1))
  }

  /// Reads the length of the next run; `nil` when no set bit is left.
  mutating func length() throws(BitFieldError) -> UInt64? {
    guard position < end else { return nil }
    if bits(1) == 1 { return 1 }
    let isShort = bits(1) == 1
    let length = isShort ? UInt64(bits(4)) : try varint()
    guard length >= (isShort ? 2 : 16) else { throw .notMinimal }
    return length
  }

  private mutating func varint() throws(BitFieldError) -> UInt64 {
    var value: UInt64 = 0
    for group in 0..<UInt64(Varint.maxBytes) {
      let byte = bits(8)
      value |= UInt64(byte & 0x7f) << (7 * group)
      guard byte < 0x80 else { continue }
      guard byte != 0 || group == 0, group < 9 || byte == 1 else { throw .invalidLength }
      return value
    }
    throw .invalidLength
  }
}
