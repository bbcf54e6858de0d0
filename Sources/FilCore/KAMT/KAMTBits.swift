/// Bits that stand left-aligned in bytes: the part of a key that a link skips.
struct KAMTBits: Hashable, Sendable {
  private(set) var count = 0
  /// The bits; those after the last one are zero.
  private(set) var bytes: [UInt8] = []

  /// No bits.
  init() {}

  /// The bits that bytes hold; `nil` if these are too few or too many, or are not zero where no bit is.
  init?(count: Int, bytes: [UInt8]) {
    guard count >= 0, bytes.count == (count + 7) / 8 else { return nil }
    if let last = bytes.last, last << UInt8((count + 7) & 7 + 1) != 0 { return nil }
    self.count = count
    self.bytes = bytes
  }

  /// The bits of a key at a range of positions.
  init(of key: Word256, _ range: Range<Int>) {
    for bit in range { append(key.bytes[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1) }
  }

  /// The bit at a position below `count`.
  subscript(position: Int) -> Bool { bytes[position >> 3] >> UInt8(7 - position & 7) & 1 == 1 }

  mutating func append(_ bit: Bool) {
    if count & 7 == 0 { bytes.append(0) }
    if bit { bytes[count >> 3] |= 0x80 >> UInt8(count & 7) }
    count += 1
  }

  mutating func append(_ bits: KAMTBits) {
    for position in 0..<bits.count { append(bits[position]) }
  }

  /// Appends the lowest `width` bits of a slot's number.
  mutating func append(slot: Int, width: Int) {
    for position in (0..<width).reversed() { append(slot >> position & 1 == 1) }
  }

  /// The number that the bits at a range of positions make.
  func slot(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 << 1 | (self[$1] ? 1 : 0) }
  }

  /// The bits at a range of positions.
  func part(_ range: Range<Int>) -> KAMTBits {
    var result = KAMTBits()
    for position in range { result.append(self[position]) }
    return result
  }

  /// How many of the bits a key has from `bit` on, in steps of `width`.
  func agreement(with key: Word256, at bit: Int, step width: Int) -> Int {
    var matched = 0
    while matched < count, slot(matched..<matched + width) == key.slot(at: bit + matched, width: width) {
      matched += width
    }
    return matched
  }
}

extension Word256 {
  /// The number that `width` bits from `bit` on make; the first bit is the highest.
  func slot(at bit: Int, width: Int) -> Int {
    let first = Int(bytes[bit >> 3]) << 8
    let pair = bit >> 3 < 31 ? first | Int(bytes[bit >> 3 + 1]) : first
    return pair >> (16 - bit & 7 - width) & (1 << width - 1)
  }
}
