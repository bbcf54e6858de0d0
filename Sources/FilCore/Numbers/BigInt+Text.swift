extension BigInt: CustomStringConvertible, LosslessStringConvertible {
  /// The most decimal digits that text may have: its time grows with their square.
  public static let maxDigits = 4096

  /// The value in decimal, with a minus sign if it is negative.
  public var description: String {
    guard case .large(let isNegative, var words) = storage else {
      guard case .small(let value) = storage else { return "" }
      return String(value)
    }
    var groups: [String] = []
    while !words.isEmpty {
      let (quotient, remainder) = Magnitude.divide(words, byWord: BigInt.groupValue)
      words = quotient
      let digits = String(remainder)
      groups.append(words.isEmpty ? digits : String(repeating: "0", count: BigInt.groupDigits - digits.count) + digits)
    }
    return (isNegative ? "-" : "") + groups.reversed().joined()
  }

  private static let groupDigits = 19
  private static let groupValue: UInt64 = 10_000_000_000_000_000_000

  /// Reads decimal text, with a minus sign or without; `nil` for anything else.
  public init?(_ description: String) {
    if let small = Int128(description), description.first != "+" {
      self.init(small: small)
      return
    }
    let isNegative = description.utf8.first == UInt8(ascii: "-")
    let digits = description.utf8.dropFirst(isNegative ? 1 : 0)
    guard !digits.isEmpty, digits.count <= BigInt.maxDigits, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var words: [UInt64] = []
    for digit in digits {
      words = Magnitude.add(Magnitude.multiply(words, [10]), Magnitude.trimmed([UInt64(digit - 0x30)]))
    }
    self.init(isNegative: isNegative, magnitude: words)
  }
}
