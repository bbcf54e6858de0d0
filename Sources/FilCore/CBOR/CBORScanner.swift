/// Goes over CBOR in memory and checks it, without making values of it.
///
/// Nesting takes heap memory, not stack, and none as long as nothing follows what is nested.
struct CBORScanner {
  /// The array or map that is being read.
  private struct Level {
    /// How many of its elements or pairs are still to be read.
    var left: Int
    var isMap: Bool
    /// Where the last key of a map stands; none where `keyEnd` is 0, as a key has an end behind the map's start.
    var keyStart = 0
    var keyEnd = 0
    var depth: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let profile: CBORProfile
  /// What errors add to positions in `bytes`.
  private let base: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ profile: CBORProfile, base: Int) {
    self.bytes = bytes
    self.profile = profile
    self.base = base
  }

  /// Reads the one item of any kind at the start and gives the position behind it.
  func scan(visitingLinks visit: (CID) -> Void) throws(CBORError) -> Int {
    var outer: [Level] = []
    var level = Level(left: 1, isMap: false, depth: 0)
    var position = 0
    while true {
      while level.left == 0 {
        guard let next = outer.popLast() else { return position }
        level = next
      }
      level.left -= 1
      if level.isMap { try key(at: &position, &level) }
      let start = position
      let (first, argument) = try head(at: &position)
      switch first >> 5 {
      case 0, 1: continue
      case 2: position += try checked(argument, bytesEach: 1, at: start, from: position)
      case 3:
        let count = try checked(argument, bytesEach: 1, at: start, from: position)
        try checkText(position, count, at: start)
        position += count
      case 4, 5:
        let isMap = first >> 5 == 5
        let count = try checked(argument, bytesEach: isMap ? 2 : 1, at: start, from: position)
        guard level.depth < CBORDecoder.maxDepth else { throw error(.limitExceeded, at: position, "nesting") }
        if level.left > 0 {
          if outer.isEmpty { outer.reserveCapacity(8) }
          outer.append(level)
        }
        level = Level(left: count, isMap: isMap, depth: level.depth + 1)
      case 6: visit(try link(tag: argument, at: start, &position))
      default: position += try simple(first, at: start)
      }
    }
  }

  /// Reads the first bytes of an item: the very first, and its argument, which must be in minimal form.
  @inline(__always)
  private func head(at position: inout Int) throws(CBORError) -> (first: UInt8, argument: UInt64) {
    guard position < bytes.count else { throw error(.truncated, at: position) }
    let first = bytes[position]
    let low = first & 0x1f
    if low < 24 || first >= 0xe0 {
      position += 1
      return (first, UInt64(low))
    }
    if low == 24, bytes.count - position > 1, bytes[position + 1] >= 24 {
      position += 2
      return (first, UInt64(bytes[position - 1]))
    }
    return (first, try longArgument(low, at: &position))
  }

  private func longArgument(_ low: UInt8, at position: inout Int) throws(CBORError) -> UInt64 {
    guard low < 28 else { throw error(.forbidden, at: position, "indefinite or reserved length") }
    let count = 1 << Int(low - 24)
    guard bytes.count - position > count else { throw error(.truncated, at: position) }
    let raw = UnsafeRawBufferPointer(bytes)
    let argument: UInt64 =
      switch low {
      case 24: UInt64(raw[position + 1])
      case 25: UInt64(UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: position + 1, as: UInt16.self)))
      case 26: UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: position + 1, as: UInt32.self)))
      default: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: position + 1, as: UInt64.self))
      }
    guard argument >= CBORDecoder.least(low) else { throw error(.notMinimal, at: position) }
    position += 1 + count
    return argument
  }

  /// A number of elements that what is left can hold.
  @inline(__always)
  private func checked(
    _ count: UInt64, bytesEach: UInt64, at start: Int, from position: Int
  ) throws(CBORError) -> Int {
    guard count <= UInt64(bytes.count - position) / bytesEach else { throw error(.truncated, at: start) }
    return Int(count)
  }

  /// Checks a truth value, null or a float, of which the first byte is read, and gives how many bytes follow.
  private func simple(_ first: UInt8, at start: Int) throws(CBORError) -> Int {
    switch first {
    case 0xf4, 0xf5, 0xf6: return 0
    case 0xf9, 0xfa: throw error(.notMinimal, at: start, "expected a float of 64 bits")
    case 0xfb:
      guard bytes.count - start >= 9 else { throw error(.truncated, at: start) }
      let exponent = UInt16(bytes[start + 1]) << 8 | UInt16(bytes[start + 2])
      guard exponent & 0x7ff0 != 0x7ff0 else { throw error(.forbidden, at: start, "a float that is not finite") }
      return 8
    default: throw error(.forbidden, at: start, "simple value \(first & 0x1f)")
    }
  }

  /// Reads the byte string of a link.
  @inline(__always)
  private func link(tag: UInt64, at start: Int, _ position: inout Int) throws(CBORError) -> CID {
    guard tag == 42 else { throw error(.forbidden, at: start, "tag \(tag)") }
    let stringStart = position
    let (first, argument) = try head(at: &position)
    guard first >> 5 == 2 else { throw error(.unexpectedType, at: stringStart, "a link is a byte string") }
    let count = try checked(argument, bytesEach: 1, at: start, from: position)
    defer { position += count }
    return try CBORDecoder.link(UnsafeBufferPointer(rebasing: bytes[position..<position + count]), at: base + start)
  }

  /// Reads a map key, which must stand behind the one before it.
  private func key(at position: inout Int, _ level: inout Level) throws(CBORError) {
    let start = position
    let (first, argument) = try head(at: &position)
    guard first >> 5 == 3 else { throw error(.unexpectedType, at: start, "a key is text") }
    let count = try checked(argument, bytesEach: 1, at: start, from: position)
    let key = position..<position + count
    try checkText(position, count, at: start)
    if profile == .strict, level.keyEnd > 0, !isOrdered(level.keyStart..<level.keyEnd, key) {
      throw error(.unsortedKeys, at: start)
    }
    (level.keyStart, level.keyEnd) = (key.lowerBound, key.upperBound)
    position = key.upperBound
  }

  /// Whether two keys stand in canonical order: shorter first, then by bytes.
  private func isOrdered(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return left.count < right.count }
    return bytes[left].lexicographicallyPrecedes(bytes[right])
  }

  @inline(__always)
  private func checkText(_ position: Int, _ count: Int, at start: Int) throws(CBORError) {
    guard profile == .strict else { return }
    var union: UInt8 = 0
    for index in position..<position + count { union |= bytes[index] }
    if union >= 0x80 { try checkNonASCII(position..<position + count, at: start) }
  }

  private func checkNonASCII(_ range: Range<Int>, at start: Int) throws(CBORError) {
    guard String(validating: bytes[range], as: UTF8.self) != nil else { throw error(.invalidText, at: start) }
  }

  private func error(_ code: CBORError.Code, at position: Int, _ detail: String = "") -> CBORError {
    CBORError(code, at: base + position, detail)
  }
}
