extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal, without a prefix.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Array<UInt8> {
  /// Reads hexadecimal text of either case without a prefix; `nil` if a character is no digit or the count is odd.
  public init?(hex text: some StringProtocol) {
    let digits = text.utf8
    guard digits.count.isMultiple(of: 2) else { return nil }
    self = []
    reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      guard let value = hexValue(digit) else { return nil }
      if let top = high {
        append(top << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
  }
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case 0x30...0x39: digit - 0x30
  case 0x61...0x66: digit - 0x61 + 10
  case 0x41...0x46: digit - 0x41 + 10
  default: nil
  }
}
