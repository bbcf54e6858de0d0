/// MurmurHash3, the 64-bit half of the 128-bit variant for 64-bit machines: the hash of names in sharded directories.
enum Murmur3 {
  private static let first: UInt64 = 0x87c3_7b91_1142_53d5
  private static let second: UInt64 = 0x4cf5_ad43_2745_937f

  /// The hash of `bytes` with seed 0.
  static func hash64(_ bytes: [UInt8]) -> UInt64 {
    var (h1, h2): (UInt64, UInt64) = (0, 0)
    let blocks = bytes.count / 16
    for block in 0..<blocks {
      h1 ^= mixFirst(word(bytes, block * 16))
      h1 = (rotate(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
      h2 ^= mixSecond(word(bytes, block * 16 + 8))
      h2 = (rotate(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
    }
    h2 ^= mixSecond(word(bytes, blocks * 16 + 8))
    h1 ^= mixFirst(word(bytes, blocks * 16))
    h1 ^= UInt64(bytes.count)
    h2 ^= UInt64(bytes.count)
    h1 &+= h2
    h2 &+= h1
    return finalMix(h1) &+ finalMix(h2)
  }

  /// Eight bytes as a little-endian integer; those beyond the end are zero.
  private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in stride(from: min(start + 8, bytes.count) - 1, through: start, by: -1) {
      word = word << 8 | UInt64(bytes[index])
    }
    return word
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }

  private static func mixFirst(_ word: UInt64) -> UInt64 { rotate(word &* first, 31) &* second }

  private static func mixSecond(_ word: UInt64) -> UInt64 { rotate(word &* second, 33) &* first }

  private static func finalMix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 33) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ mixed >> 33
  }
}
