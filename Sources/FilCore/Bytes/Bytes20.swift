/// 20 bytes kept inline, for the payload of an address.
struct Bytes20: Hashable, Sendable {
  private var words: InlineArray<3, UInt64> = .init(repeating: 0)

  static let count = 20

  /// All zero.
  static let zero = Bytes20()

  private init() {}

  /// Copies 20 bytes; `nil` if there are more or fewer.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Bytes20.count else { return nil }
    var index = 0
    for byte in bytes {
      words[index >> 3] |= UInt64(byte) << UInt64((index & 7) << 3)
      index += 1
    }
  }

  /// The bytes as an array.
  var bytes: [UInt8] {
    (0..<Bytes20.count).map { UInt8(truncatingIfNeeded: words[$0 >> 3] >> UInt64(($0 & 7) << 3)) }
  }

  static func == (left: Bytes20, right: Bytes20) -> Bool {
    for index in left.words.indices where left.words[index] != right.words[index] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    for index in words.indices { hasher.combine(words[index]) }
  }
}

extension Bytes20 {
  /// The BLAKE2b digest of 20 bytes.
  init(hashing input: [UInt8]) {
    let digest = BLAKE2b.hash(input, count: Bytes20.count)
    for (index, byte) in digest.enumerated() { words[index >> 3] |= UInt64(byte) << UInt64((index & 7) << 3) }
  }
}
