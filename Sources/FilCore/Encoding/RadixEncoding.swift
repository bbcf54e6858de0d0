/// A text encoding that reads bytes as one big number and writes it in a base that is no power of two.
///
/// Leading zero bytes become leading zero digits. Time grows with the square of the length, so text is limited.
public struct RadixEncoding: Sendable {
  private let digits: [UInt8]

  /// Base 58 with Bitcoin's alphabet: the text form of CID version 0 and of peer ids.
  public static let base58btc = RadixEncoding("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
  /// Base 36, lower case.
  public static let base36 = RadixEncoding("0123456789abcdefghijklmnopqrstuvwxyz")

  /// The most characters that `decode` accepts.
  public static let maxLength = 1024

  private init(_ alphabet: String) {
    digits = Array(alphabet.utf8)
  }

  /// The digits for `bytes`.
  public func encode(_ bytes: some Collection<UInt8>) -> String {
    let zeros = bytes.prefix { $0 == 0 }.count
    var reversed: [UInt8] = []
    for byte in bytes.dropFirst(zeros) { Self.multiplyAdd(&reversed, by: 256, adding: Int(byte), base: digits.count) }
    let text = [UInt8](repeating: digits[0], count: zeros) + reversed.reversed().map { digits[Int($0)] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that `text` stands for; `nil` for a character that is no digit or more than `maxLength` of them.
  public func decode(_ text: some StringProtocol) -> [UInt8]? {
    // Generic code ends here: it would cost a call for every digit.
    decode(digits: Array(text.utf8.prefix(Self.maxLength + 1)))
  }

  private func decode(digits text: [UInt8]) -> [UInt8]? {
    guard text.count <= Self.maxLength else { return nil }
    let zeros = text.prefix { $0 == digits[0] }.count
    var reversed: [UInt8] = []
    for digit in text.dropFirst(zeros) {
      guard let value = digits.firstIndex(of: digit) else { return nil }
      Self.multiplyAdd(&reversed, by: digits.count, adding: value, base: 256)
    }
    return [UInt8](repeating: 0, count: zeros) + reversed.reversed()
  }

  /// Replaces the number whose digits in `base` (least first) are `number` by itself times `factor` plus `value`.
  private static func multiplyAdd(_ number: inout [UInt8], by factor: Int, adding value: Int, base: Int) {
    var carry = value
    for index in number.indices {
      carry += Int(number[index]) * factor
      number[index] = UInt8(carry % base)
      carry /= base
    }
    while carry > 0 {
      number.append(UInt8(carry % base))
      carry /= base
    }
  }
}
