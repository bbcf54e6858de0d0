/// A set of numbers below 256, kept inline: which slots of a node are taken.
struct BitSet256: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  static let byteCount = 32

  var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount + words.3.nonzeroBitCount
  }

  private func word(_ number: Int) -> UInt64 {
    switch number {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  private mutating func combine(_ number: Int, _ mask: UInt64) {
    switch number {
    case 0: words.0 ^= mask
    case 1: words.1 ^= mask
    case 2: words.2 ^= mask
    default: words.3 ^= mask
    }
  }

  func contains(_ index: Int) -> Bool {
    word(index >> 6) >> UInt64(index & 63) & 1 == 1
  }

  mutating func insert(_ index: Int) {
    if !contains(index) { combine(index >> 6, 1 << UInt64(index & 63)) }
  }

  mutating func remove(_ index: Int) {
    if contains(index) { combine(index >> 6, 1 << UInt64(index & 63)) }
  }

  /// How many members are below `index`.
  func rank(_ index: Int) -> Int {
    let number = index >> 6
    var count = (word(number) & ((1 << UInt64(index & 63)) - 1)).nonzeroBitCount
    if number > 0 { count += words.0.nonzeroBitCount }
    if number > 1 { count += words.1.nonzeroBitCount }
    if number > 2 { count += words.2.nonzeroBitCount }
    return count
  }

  /// The least member that is at least `index`, if any.
  func next(atLeast index: Int) -> Int? {
    guard index < 256 else { return nil }
    var number = index >> 6
    var rest = word(number) & ~((1 << UInt64(index & 63)) - 1)
    while rest == 0 {
      number += 1
      guard number < 4 else { return nil }
      rest = word(number)
    }
    return number << 6 + rest.trailingZeroBitCount
  }

  /// Eight members as the bits of a byte, the least one lowest.
  func byte(_ number: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: word(number >> 3) >> UInt64((number & 7) << 3))
  }

  /// Adds eight numbers as `byte` gives them; none of them may be a member yet.
  mutating func insert(byte: UInt8, at number: Int) {
    combine(number >> 3, UInt64(byte) << UInt64((number & 7) << 3))
  }

  static func == (left: BitSet256, right: BitSet256) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    for number in 0..<4 { hasher.combine(word(number)) }
  }
}
