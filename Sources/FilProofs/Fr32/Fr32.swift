internal import CFilKernels

/// Fr32 padding: bytes read as one little-endian bit string, cut in pieces of 254 bits, each stored in a 32-byte node
/// with two zero bits on top, so that every node is an element of the scalar field.
public enum Fr32 {
  /// The number of bytes that ``pad(_:)-([UInt8])`` makes of `count` bytes.
  public static func paddedCount(_ count: Int) -> Int {
    count / 127 * 128 + (count % 127 * 8 + 253) / 254 * 32
  }

  /// The padded stream; what is missing in the last node is zero.
  public static func pad(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { pad($0) }
  }

  /// The padded stream; what is missing in the last node is zero.
  public static func pad(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: paddedCount(bytes.count)) { out, count in
      fil_fr32_pad(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, out.baseAddress)
      count = paddedCount(bytes.count)
    }
  }

  /// The number of whole bytes that a padded stream of `count` bytes holds.
  public static func unpaddedCount(_ count: Int) -> Int {
    count / 128 * 127 + (count % 128 / 32 * 254 + min(count % 32 * 8, 254)) / 8
  }

  /// Raw bytes out of a padded stream.
  ///
  /// - Parameters:
  ///   - padded: The padded stream from its start.
  ///   - range: Which raw bytes; `nil` for all that are whole.
  /// - Returns: The bytes of the range.
  /// - Throws: `Fr32Error.outOfRange` if the stream does not hold the range.
  public static func unpad(_ padded: [UInt8], range: Range<Int>? = nil) throws(Fr32Error) -> [UInt8] {
    let whole = unpaddedCount(padded.count)
    let range = range ?? 0..<whole
    guard range.lowerBound >= 0, range.upperBound <= whole else {
      throw .outOfRange(range, available: whole)
    }
    return [UInt8](unsafeUninitializedCapacity: range.count) { out, count in
      fil_fr32_unpad(padded, range.lowerBound, range.count, out.baseAddress)
      count = range.count
    }
  }

  /// The range of padded bytes, whole nodes, that hold a range of raw bytes, and where in their raw stream it starts.
  ///
  /// The padded range starts at a multiple of 128 bytes, so that it is a stream of its own.
  static func nodes(holding range: Range<UInt64>) -> (padded: Range<UInt64>, skipped: UInt64) {
    let first = range.lowerBound / 127
    guard !range.isEmpty else { return (first * 128..<first * 128, 0) }
    let end = (range.upperBound - 1) / 127 + 1
    return (first * 128..<end * 128, range.lowerBound - first * 127)
  }
}
