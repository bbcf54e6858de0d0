/// Thirty-two bytes kept inline: a digest, a commitment, a ticket's randomness or a key.
///
/// It takes no heap memory, so values that hold several of them stay cheap to copy and to hash.
public struct Bytes32: Hashable, Sendable {
  /// The bytes as four words in memory order.
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The number of bytes.
  public static let count = 32

  /// Thirty-two zero bytes.
  public static let zero = Bytes32(words: (0, 0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// Copies thirty-two bytes; `nil` if there are more or fewer.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Bytes32.count else { return nil }
    self = .zero
    withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
  }

  /// Copies thirty-two bytes; `nil` if there are more or fewer.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == Bytes32.count else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    words = (
      raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self), raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
  }

  /// Makes a value by writing into its thirty-two bytes, which start as zero.
  public init<E: Error>(
    fillingWith body: (UnsafeMutableRawBufferPointer) throws(E) -> Void
  ) throws(E) {
    self = .zero
    try withUnsafeMutableBytes(body)
  }

  /// The bytes as an array.
  public var bytes: [UInt8] {
    withUnsafeBytes { Array($0) }
  }

  /// One byte.
  ///
  /// - Parameter index: 0 to 31.
  public subscript(index: Int) -> UInt8 {
    get { withUnsafeBytes { $0[index] } }
    set { withUnsafeMutableBytes { $0[index] = newValue } }
  }

  /// Calls `body` with the bytes in place.
  public func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    var copy = words
    return try Swift.withUnsafeBytes(of: &copy, body)
  }

  /// Calls `body` with the bytes in place, for writing.
  public mutating func withUnsafeMutableBytes<R, E: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try Swift.withUnsafeMutableBytes(of: &words, body)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: Bytes32, right: Bytes32) -> Bool {
    left.words == right.words
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Bytes32: Comparable {
  /// Orders by bytes, the first one most significant.
  public static func < (left: Bytes32, right: Bytes32) -> Bool {
    let a = left.words
    let b = right.words
    if a.0 != b.0 { return a.0.bigEndian < b.0.bigEndian }
    if a.1 != b.1 { return a.1.bigEndian < b.1.bigEndian }
    if a.2 != b.2 { return a.2.bigEndian < b.2.bigEndian }
    return a.3.bigEndian < b.3.bigEndian
  }
}

extension Bytes32: CustomStringConvertible {
  /// The bytes in lower-case hexadecimal.
  public var description: String { bytes.hex }
}
