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
    if let copy = bytes.withContiguousStorageIfAvailable({ Bytes20(loading: UnsafeRawBufferPointer($0)) }) {
      self = copy
      return
    }
    var index = 0
    for byte in bytes {
      words[index >> 3] |= UInt64(byte) << UInt64((index & 7) << 3)
      index += 1
    }
  }

  /// Copies 20 bytes.
  private init(loading bytes: UnsafeRawBufferPointer) {
    words[0] = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    words[1] = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    words[2] = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  /// The bytes as an array.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// Appends the bytes.
  func append(to bytes: inout [UInt8]) {
    for index in 0..<2 { withUnsafeBytes(of: words[index].littleEndian) { bytes.append(contentsOf: $0) } }
    withUnsafeBytes(of: words[2].littleEndian) { bytes.append(contentsOf: $0[..<4]) }
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
