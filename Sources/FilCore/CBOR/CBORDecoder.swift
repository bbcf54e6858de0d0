/// Reads canonical DAG-CBOR, and refuses everything else; in the lenient profile the keys of maps may stand in any order.
///
/// Lengths are checked against what is left of the input before memory is taken for them.
public struct CBORDecoder: Sendable {
  /// The longest byte string or text that is read where the caller names no limit, in bytes.
  public static let maxStringBytes = 2 << 20

  /// How deep arrays and maps may nest where whole values are skipped or read without a type.
  public static let maxDepth = 1024

  private let input: ArraySlice<UInt8>
  private let end: Int
  /// How strictly whole values, text and map keys are read.
  public let profile: CBORProfile
  /// The position of the next item, as an index of the array that is read.
  public private(set) var offset: Int

  /// A decoder at the start of `bytes`.
  public init(_ bytes: [UInt8], _ profile: CBORProfile = .strict) {
    self.init(bytes[...], profile)
  }

  /// A decoder at the start of a part of an array; offsets are indices of that array.
  public init(_ slice: ArraySlice<UInt8>, _ profile: CBORProfile = .strict) {
    input = slice
    self.profile = profile
    offset = slice.startIndex
    end = slice.endIndex
  }

  /// Whether nothing is left.
  public var isAtEnd: Bool { offset == end }

  /// How many bytes are left.
  public var remaining: Int { end - offset }

  /// Requires that nothing is left.
  ///
  /// - Throws: `CBORError` with code `trailingBytes`.
  public func finish() throws(CBORError) {
    guard isAtEnd else { throw CBORError(.trailingBytes, at: offset) }
  }

  /// The kind of the next item; the item stays unread.
  ///
  /// - Throws: `CBORError` if nothing is left, or the item is one that DAG-CBOR forbids.
  public func peek() throws(CBORError) -> CBORType {
    guard offset < end else { throw CBORError(.truncated, at: offset) }
    let first = input[offset]
    switch first >> 5 {
    case 0: return .unsigned
    case 1: return .negative
    case 2: return .bytes
    case 3: return .text
    case 4: return .array
    case 5: return .map
    case 6: return .link
    default: break
    }
    switch first {
    case 0xf4, 0xf5: return .bool
    case 0xf6: return .null
    case 0xf9...0xfb: return .float
    default: throw CBORError(.forbidden, at: offset, "simple value \(first & 0x1f)")
    }
  }

  /// Reads the first bytes of an item: its major type and its argument in minimal form.
  @inline(__always)
  private mutating func head() throws(CBORError) -> (major: UInt8, argument: UInt64) {
    guard offset < end else { throw CBORError(.truncated, at: offset) }
    let first = input[offset]
    let low = first & 0x1f
    guard low >= 24 else {
      offset += 1
      return (first >> 5, UInt64(low))
    }
    if low == 24, end - offset > 1, input[offset + 1] >= 24 {
      offset += 2
      return (first >> 5, UInt64(input[offset - 1]))
    }
    return (first >> 5, try longArgument(low))
  }

  private mutating func longArgument(_ low: UInt8) throws(CBORError) -> UInt64 {
    guard low < 28 else { throw CBORError(.forbidden, at: offset, "indefinite or reserved length") }
    let count = 1 << Int(low - 24)
    guard end - offset > count else { throw CBORError(.truncated, at: offset) }
    var argument: UInt64 = 0
    for index in offset + 1...offset + count { argument = argument << 8 | UInt64(input[index]) }
    guard argument >= CBORDecoder.least(low) else { throw CBORError(.notMinimal, at: offset) }
    offset += 1 + count
    return argument
  }

  /// The least argument that needs the form with this additional information.
  static func least(_ low: UInt8) -> UInt64 {
    switch low {
    case 24: 24
    case 25: 0x100
    case 26: 0x1_0000
    default: 0x1_0000_0000
    }
  }

  @inline(__always)
  private mutating func head(_ major: UInt8, _ name: StaticString) throws(CBORError) -> UInt64 {
    guard offset < end else { throw CBORError(.truncated, at: offset) }
    guard input[offset] >> 5 == major else { throw unexpected(name) }
    return try head().argument
  }

  private func unexpected(_ name: StaticString) -> CBORError {
    CBORError(.unexpectedType, at: offset, "expected \(name), found byte 0x" + String(input[offset], radix: 16))
  }

  /// Reads an integer of 0 or more.
  public mutating func unsigned() throws(CBORError) -> UInt64 {
    try head(0, "an unsigned integer")
  }

  /// Reads an integer of either sign.
  public mutating func integer() throws(CBORError) -> Int64 {
    let start = offset
    let (major, argument) = try head()
    guard major < 2 else { throw CBORError(.unexpectedType, at: start, "expected an integer") }
    guard let value = Int64(exactly: argument) else { throw CBORError(.integerOutOfRange, at: start) }
    return major == 0 ? value : ~value
  }

  /// Reads a negative integer and gives its complement: -1 minus the integer.
  public mutating func negativeComplement() throws(CBORError) -> UInt64 {
    try head(1, "a negative integer")
  }

  /// Reads a byte string of at most `limit` bytes.
  public mutating func byteString(limit: Int = maxStringBytes) throws(CBORError) -> [UInt8] {
    Array(try byteSlice(limit: limit))
  }

  /// Reads a byte string of at most `limit` bytes as a part of the input.
  public mutating func byteSlice(limit: Int = maxStringBytes) throws(CBORError) -> ArraySlice<UInt8> {
    let start = offset
    return input[try stringRange(count: try head(2, "a byte string"), limit: limit, start: start)]
  }

  /// Reads a byte string of at most `limit` bytes in place.
  mutating func byteString<Value>(
    limit: Int = maxStringBytes,
    _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(CBORError) -> Value
  ) throws(CBORError) -> Value {
    let start = offset
    let range = try stringRange(count: try head(2, "a byte string"), limit: limit, start: start)
    let first = input.startIndex
    return try input.withUnsafeBufferPointer { input throws(CBORError) in
      let part = input[range.lowerBound - first..<range.upperBound - first]
      return try body(UnsafeBufferPointer(rebasing: part), start)
    }
  }

  /// Reads a byte string of exactly 32 bytes.
  public mutating func bytes32() throws(CBORError) -> Bytes32 {
    try byteString { bytes, start throws(CBORError) in
      guard let value = Bytes32(bytes) else {
        throw CBORError(.invalidValue, at: start, "expected 32 bytes, found \(bytes.count)")
      }
      return value
    }
  }

  /// Reads text of at most `limit` bytes, which must be UTF-8 in both profiles.
  public mutating func text(limit: Int = maxStringBytes) throws(CBORError) -> String {
    let start = offset
    let bytes = try rawText(limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CBORError(.invalidText, at: start) }
    return text
  }

  /// Reads text of at most `limit` bytes as the bytes that it has; in the lenient profile these may be any.
  public mutating func textBytes(limit: Int = maxStringBytes) throws(CBORError) -> ArraySlice<UInt8> {
    let start = offset
    let bytes = try rawText(limit: limit)
    guard profile == .lenient || String(validating: bytes, as: UTF8.self) != nil else {
      throw CBORError(.invalidText, at: start)
    }
    return bytes
  }

  private mutating func rawText(limit: Int) throws(CBORError) -> ArraySlice<UInt8> {
    let start = offset
    return input[try stringRange(count: try head(3, "text"), limit: limit, start: start)]
  }

  @inline(__always)
  private mutating func stringRange(count: UInt64, limit: Int, start: Int) throws(CBORError) -> Range<Int> {
    guard count <= UInt64(end - offset) else { throw CBORError(.truncated, at: start) }
    guard count <= UInt64(clamping: limit) else { throw CBORError(.limitExceeded, at: start, "\(count) bytes") }
    let range = offset..<offset + Int(count)
    offset = range.upperBound
    return range
  }

  /// Reads the start of an array and gives the number of its elements, which stand next.
  public mutating func array() throws(CBORError) -> Int {
    let start = offset
    let count = try head(4, "an array")
    return try elements(count, bytesEach: 1, start: start)
  }

  /// Reads the start of an array that must have `count` elements.
  public mutating func array(count expected: Int) throws(CBORError) {
    let start = offset
    let count = try array()
    guard count == expected else {
      throw CBORError(.wrongCount, at: start, "expected \(expected) elements, found \(count)")
    }
  }

  /// Reads the start of a map and gives the number of its pairs, which stand next.
  public mutating func map() throws(CBORError) -> Int {
    let start = offset
    let count = try head(5, "a map")
    return try elements(count, bytesEach: 2, start: start)
  }

  private func elements(_ count: UInt64, bytesEach: UInt64, start: Int) throws(CBORError) -> Int {
    guard count <= UInt64(end - offset) / bytesEach else { throw CBORError(.truncated, at: start) }
    return Int(count)
  }

  /// Reads a link.
  public mutating func link() throws(CBORError) -> CID {
    let start = offset
    let tag = try head(6, "a link")
    guard tag == 42 else { throw CBORError(.forbidden, at: start, "tag \(tag)") }
    return try byteString { bytes, _ throws(CBORError) in try CBORDecoder.link(bytes, at: start) }
  }

  /// The CID that the byte string of a link holds.
  static func link(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(CBORError) -> CID {
    if let cid = CID(usualLink: bytes) { return cid }
    guard bytes.first == 0 else { throw CBORError(.invalidLink, at: start, "no identity prefix") }
    do {
      return try CID(bytes: UnsafeBufferPointer(rebasing: bytes.dropFirst()))
    } catch {
      throw CBORError(.invalidLink, at: start, "\(error)")
    }
  }

  /// Reads a truth value.
  public mutating func bool() throws(CBORError) -> Bool {
    guard try peek() == .bool else { throw CBORError(.unexpectedType, at: offset, "expected a truth value") }
    offset += 1
    return input[offset - 1] == 0xf5
  }

  /// Reads null if it stands next, and says whether it did.
  public mutating func nullIfPresent() -> Bool {
    guard offset < end, input[offset] == 0xf6 else { return false }
    offset += 1
    return true
  }

  /// Reads a float of 64 bits.
  public mutating func float() throws(CBORError) -> IPLDFloat {
    guard offset < end else { throw CBORError(.truncated, at: offset) }
    guard input[offset] == 0xfb else {
      let isFloat = (0xf9...0xfa).contains(input[offset])
      throw CBORError(isFloat ? .notMinimal : .unexpectedType, at: offset, "expected a float of 64 bits")
    }
    guard end - offset >= 9 else { throw CBORError(.truncated, at: offset) }
    var pattern: UInt64 = 0
    for index in 1...8 { pattern = pattern << 8 | UInt64(input[offset + index]) }
    guard let float = IPLDFloat(Double(bitPattern: pattern)) else {
      throw CBORError(.forbidden, at: offset, "a float that is not finite")
    }
    offset += 9
    return float
  }

  /// Reads the fields of a protocol tuple: an array of exactly these, in order.
  public mutating func tuple<each Field: CBORDecodable>(
    _ fields: repeat (each Field).Type
  ) throws(CBORError) -> (repeat each Field) {
    var count = 0
    for _ in repeat each fields { count += 1 }
    try array(count: count)
    return (repeat try (each Field)(from: &self))
  }

  /// Reads one item of any kind, checks it, and gives its bytes.
  ///
  /// - Parameter profile: How strictly; `nil` as the decoder does.
  /// - Returns: The bytes, as a part of the input.
  /// - Throws: `CBORError` that says what is wrong and where.
  public mutating func item(_ profile: CBORProfile? = nil) throws(CBORError) -> ArraySlice<UInt8> {
    let start = offset
    try scan(profile ?? self.profile) { _ in }
    return input[start..<offset]
  }

  /// Reads one item of any kind and checks it, without making values of it.
  ///
  /// Nesting takes heap memory, not stack.
  ///
  /// - Parameter visit: Sees each link, in order.
  /// - Throws: `CBORError` that says what is wrong and where.
  public mutating func skip(visitingLinks visit: (CID) -> Void = { _ in }) throws(CBORError) {
    try scan(profile, visit)
  }

  private mutating func scan(_ profile: CBORProfile, _ visit: (CID) -> Void) throws(CBORError) {
    let start = offset
    offset += try input[start...].withUnsafeBufferPointer { bytes throws(CBORError) in
      try CBORScanner(bytes, profile, base: start).scan(visitingLinks: visit)
    }
  }

  /// Reads a map key, which in the strict profile must stand after `previous` in canonical order: shorter first, then by
  /// bytes.
  public mutating func key(after previous: String?) throws(CBORError) -> String {
    let start = offset
    let key = try text(limit: .max)
    if profile == .strict, let previous, !CBORDecoder.isOrdered(previous, key) {
      throw CBORError(.unsortedKeys, at: start, "'\(key)' after '\(previous)'")
    }
    return key
  }

  /// Whether two map keys stand in canonical order and differ.
  static func isOrdered(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.utf8.count, right.utf8.count)
    return a == b ? left.utf8.lexicographicallyPrecedes(right.utf8) : a < b
  }
}
