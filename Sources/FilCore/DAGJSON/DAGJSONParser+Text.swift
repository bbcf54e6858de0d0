extension DAGJSONParser {
  /// Reads text, of which the opening quote stands next.
  mutating func string() throws(DAGJSONError) -> String {
    let start = position
    var bytes: [UInt8] = []
    position += 1
    while true {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw DAGJSONError(.invalidText, at: start, "no UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape(into: &bytes)
      case 0..<0x20: throw DAGJSONError(.invalidText, at: position - 1, "a control character")
      default: bytes.append(byte)
      }
    }
  }

  mutating func next() throws(DAGJSONError) -> UInt8 {
    guard position < input.count else { throw DAGJSONError(.truncated, at: position) }
    position += 1
    return input[position - 1]
  }

  mutating func escape(into bytes: inout [UInt8]) throws(DAGJSONError) {
    let byte = try next()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "n"): bytes.append(0x0a)
    case UInt8(ascii: "f"): bytes.append(0x0c)
    case UInt8(ascii: "r"): bytes.append(0x0d)
    case UInt8(ascii: "u"): bytes.append(contentsOf: String(Character(try scalar())).utf8)
    default: throw DAGJSONError(.invalidText, at: position - 1, "an escape that JSON does not have")
    }
  }

  /// Reads the digits of an escaped character; those outside of the basic plane are two escapes.
  private mutating func scalar() throws(DAGJSONError) -> Unicode.Scalar {
    let start = position
    var code = try hexDigits()
    if (0xd800..<0xdc00).contains(code) {
      guard try next() == UInt8(ascii: "\\"), try next() == UInt8(ascii: "u") else {
        throw DAGJSONError(.invalidText, at: start, "half of a surrogate pair")
      }
      let low = try hexDigits()
      guard (0xdc00..<0xe000).contains(low) else {
        throw DAGJSONError(.invalidText, at: start, "half of a surrogate pair")
      }
      code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw DAGJSONError(.invalidText, at: start, "no character") }
    return scalar
  }

  private mutating func hexDigits() throws(DAGJSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try next())).hexDigitValue else {
        throw DAGJSONError(.invalidText, at: position - 1, "no hexadecimal digit")
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
