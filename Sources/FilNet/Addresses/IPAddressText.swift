/// The text forms of IP addresses.
enum IPAddressText {
  /// Four decimal numbers without leading zeros.
  static func parse4(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part -> UInt8? in
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part == "0" || part.first != "0" else { return nil }
      return UInt8(part)
    }
    return bytes.count == 4 ? bytes : nil
  }

  static func format4(_ bytes: [UInt8]) -> String {
    bytes.map { String($0) }.joined(separator: ".")
  }

  /// Eight hexadecimal groups, of which `::` stands for one or more of zeros and an IPv4 address for the last two.
  static func parse6(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count <= 45 else { return nil }
    let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    switch halves.count {
    case 1: return groups(halves[0]).flatMap { $0.count == 16 ? $0 : nil }
    case 2:
      guard let head = groups(halves[0]), let tail = groups(halves[1]) else { return nil }
      let zeros = 16 - head.count - tail.count
      guard zeros >= 2, halves[1].isEmpty || !halves[0].contains(".") else { return nil }
      guard !halves[0].contains(".") else { return nil }
      return head + [UInt8](repeating: 0, count: zeros) + tail
    default: return nil
    }
  }

  /// The bytes of groups between colons; none for no text.
  private static func groups(_ text: some StringProtocol) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains(".") {
        guard let last = parse4(part) else { return nil }
        bytes += last
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexDigit), let group = UInt16(part, radix: 16)
        else { return nil }
        bytes += [UInt8(group >> 8), UInt8(group & 0xff)]
      }
    }
    return bytes.count <= 16 ? bytes : nil
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// The form that RFC 5952 recommends; IPv4 addresses inside are written as such.
  static func format6(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xff, 0xff]) {
      return "::ffff:" + format4(Array(bytes.suffix(4)))
    }
    let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    let text = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    guard let zeros = longestZeros(groups) else { return text(0..<8) }
    return text(0..<zeros.lowerBound) + "::" + text(zeros.upperBound..<8)
  }

  /// The first of the longest runs of two or more zeros.
  private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start >= 2, index - start > (best?.count ?? 0) { best = start..<index }
      start = index + 1
    }
    return best
  }
}
