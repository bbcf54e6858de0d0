extension BitSet256 {
  /// The members as the bits of a big-endian integer without leading zero bytes.
  var bigEndianBytes: [UInt8] {
    var bytes: [UInt8] = []
    for number in stride(from: BitSet256.byteCount - 1, through: 0, by: -1) {
      let byte = byte(number)
      if byte != 0 || !bytes.isEmpty { bytes.append(byte) }
    }
    return bytes
  }

  /// Reads what `bigEndianBytes` gives; leading zeros are accepted.
  init(bigEndianBytesFrom decoder: inout CBORDecoder) throws(CBORError) {
    self.init()
    let bytes = try decoder.byteSlice(limit: BitSet256.byteCount)
    for (number, byte) in bytes.reversed().enumerated() { insert(byte: byte, at: number) }
  }
}
