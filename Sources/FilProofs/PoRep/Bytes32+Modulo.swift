internal import FilCore

extension Bytes32 {
  /// The remainder of the number that the bytes are, least significant first.
  func remainder(dividingBy modulus: UInt64) -> UInt64 {
    withUnsafeBytes { bytes in
      (0..<4).reversed().reduce(UInt64(0)) { rest, index in
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
        return modulus.dividingFullWidth((rest, word)).remainder
      }
    }
  }

  /// The first eight bytes as a number, least significant first.
  var firstWord: UInt64 {
    withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }
}

extension FixedWidthInteger {
  /// The bytes, least significant first.
  var littleEndianBytes: [UInt8] {
    Swift.withUnsafeBytes(of: littleEndian) { Array($0) }
  }
}
