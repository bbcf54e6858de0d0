/// A text encoding whose digits carry a whole number of bits each (RFC 4648): base 16, 32 and 64.
public struct BaseEncoding: Sendable {
  /// Why text is no value of an encoding.
  public enum Failure: Error, Hashable, Sendable {
    /// A character that is no digit, and its position in bytes.
    case invalidDigit(at: Int)
    /// The bits that are left over are not zero, or there is a digit too many.
    case trailingBits
  }

  private let digits: [UInt8]
  private let values: [UInt8]
  private let bits: Int

  /// Hexadecimal, lower case.
  public static let base16 = BaseEncoding("0123456789abcdef", bits: 4)
  /// RFC 4648 base 32, lower case, without padding.
  public static let base32 = BaseEncoding("abcdefghijklmnopqrstuvwxyz234567", bits: 5)
  /// RFC 4648 base 32 with the extended hexadecimal alphabet, lower case, without padding.
  public static let base32Hex = BaseEncoding("0123456789abcdefghijklmnopqrstuv", bits: 5)
  /// RFC 4648 base 64 without padding.
  public static let base64 = BaseEncoding(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bits: 6)
  /// RFC 4648 base 64 for URLs, without padding.
  public static let base64URL = BaseEncoding(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bits: 6)

  private init(_ alphabet: String, bits: Int) {
    digits = Array(alphabet.utf8)
    self.bits = bits
    var table = [UInt8](repeating: 0xff, count: 256)
    for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
    values = table
  }

  /// The digits for `bytes`.
  public func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 8 + bits - 1) / bits)
    var buffer = 0
    var held = 0
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      held += 8
      while held >= bits {
        held -= bits
        text.append(digits[buffer >> held])
        buffer &= 1 << held - 1
      }
    }
    if held > 0 { text.append(digits[buffer << (bits - held)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that `text` stands for; the only text accepted for them is the one that `encode` makes.
  public func decode(_ text: some StringProtocol) throws(Failure) -> [UInt8] {
    // Generic code ends here: it would cost a call for every digit.
    try decode(digits: Array(text.utf8))
  }

  private func decode(digits text: [UInt8]) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * bits / 8)
    var buffer = 0
    var held = 0
    for (index, digit) in text.enumerated() {
      let value = values[Int(digit)]
      guard value != 0xff else { throw .invalidDigit(at: index) }
      buffer = buffer << bits | Int(value)
      held += bits
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(buffer >> held))
        buffer &= 1 << held - 1
      }
    }
    guard held < bits, buffer == 0 else { throw .trailingBits }
    return bytes
  }
}
