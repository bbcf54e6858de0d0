extension Fr32 {
  /// The size after padding as the reference counts amounts: 256 bits for each 254, rounded up to whole bytes.
  ///
  /// For multiples of 127 it is the length of the padded stream; for other amounts that is longer.
  public static func paddedAmount(_ unpadded: UInt64) -> UInt64 {
    unpadded / 127 * 128 + amount(unpadded % 127, from: 254, to: 256, roundUp: true)
  }

  /// The size before padding as the reference counts amounts: 254 bits for each 256, rounded down to whole bytes.
  public static func unpaddedAmount(_ padded: UInt64) -> UInt64 {
    padded / 128 * 127 + amount(padded % 128, from: 256, to: 254, roundUp: false)
  }

  private static func amount(_ bytes: UInt64, from: UInt64, to: UInt64, roundUp: Bool) -> UInt64 {
    let bits = bytes * 8 / from * to + bytes * 8 % from
    return (bits + (roundUp ? 7 : 0)) / 8
  }
}
