/// The characters of HTTP/1.1 (RFC 9110 and 9112).
enum HTTPSyntax {
  private static let tokenMarks = Set("!#$%&'*+-.^_`|~".utf8)

  /// Whether bytes are a token: a method or a header's name.
  static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: tokenMarks.contains(byte)
        }
      }
  }

  /// Whether bytes may be a header's value.
  static func isValue(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
  }

  /// Whether bytes may be the target of a request.
  static func isTarget(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7f }
  }

  /// Whether two bytes are the same letter or the same byte.
  static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    lowercased(left) == lowercased(right)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
  }

  /// Text without spaces and tabs around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: trimmed(bytes[...]), as: UTF8.self)
  }

  /// Bytes without spaces and tabs around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
    return rest
  }

  /// A decimal number of digits alone; `nil` if it is too large.
  static func number(_ bytes: some Collection<UInt8>, radix: Int = 10) -> UInt64? {
    guard bytes.allSatisfy({ byte in isDigit(byte, radix: radix) }) else { return nil }
    return UInt64(String(decoding: bytes, as: UTF8.self), radix: radix)
  }

  private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
    (0x30...0x39).contains(byte) || radix == 16 && (0x61...0x66).contains(byte | 0x20)
  }
}
