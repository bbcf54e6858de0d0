/// Writes the bits of an RLE+ form, the least significant one of each byte first.
struct RLEPlusWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt16 = 0
  private var pendingCount: UInt16 = 0

  /// Writes the lowest bits of an integer, at most eight.
  mutating func bits(_ value: UInt8, _ count: UInt16) {
    pending |= UInt16(value) << pendingCount
    pendingCount += count
    guard pendingCount >= 8 else { return }
    bytes.append(UInt8(truncatingIfNeeded: pending))
    pending >>= 8
    pendingCount -= 8
  }

  /// Writes the length of a run in its shortest form.
  mutating func length(_ length: UInt64) {
    switch length {
    case 1: bits(1, 1)
    case 2..<16:
      bits(0b10, 2)
      bits(UInt8(length), 4)
    default:
      bits(0, 2)
      for byte in Varint.encode(length) { bits(byte, 8) }
    }
  }

  /// The bytes without zero bytes at the end, which a reader adds by itself.
  consuming func finish() -> [UInt8] {
    bits(0, 8)
    while bytes.last == 0 { bytes.removeLast() }
    return bytes
  }
}
