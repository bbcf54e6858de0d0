/// Reads JSON (RFC 8259) from trusted files.
struct JSONParser {
  private let input: [UInt8]
  private var position = 0
  private static let maxDepth = 256

  init(_ input: [UInt8]) {
    self.input = input
  }

  /// Reads one value and requires that only white space follows.
  mutating func document() throws -> JSONValue {
    let value = try self.value(depth: 0)
    skipSpace()
    guard position == input.count else { throw failure("something after the value") }
    return value
  }

  private func failure(_ text: String) -> VectorError {
    VectorError("JSON at byte \(position): \(text)")
  }

  private mutating func skipSpace() {
    while position < input.count, [0x20, 0x0a, 0x0d, 0x09].contains(input[position]) { position += 1 }
  }

  private mutating func next() throws -> UInt8 {
    skipSpace()
    guard position < input.count else { throw failure("truncated") }
    return input[position]
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard try next() == byte else { throw failure("expected '\(Character(Unicode.Scalar(byte)))'") }
    position += 1
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth < JSONParser.maxDepth else { throw failure("nested too deep") }
    switch try next() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let text = Array(word.description.utf8)
    guard input[position...].starts(with: text) else { throw failure("expected \(word)") }
    position += text.count
    return value
  }

  private mutating func object(depth: Int) throws -> JSONValue {
    var fields: [String: JSONValue] = [:]
    position += 1
    if try next() == UInt8(ascii: "}") {
      position += 1
      return .object(fields)
    }
    repeat {
      guard try next() == UInt8(ascii: "\"") else { throw failure("expected a name") }
      let name = try string()
      try expect(UInt8(ascii: ":"))
      fields[name] = try value(depth: depth + 1)
    } while try separator(orEnd: UInt8(ascii: "}"))
    return .object(fields)
  }

  private mutating func array(depth: Int) throws -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    if try next() == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    repeat { elements.append(try value(depth: depth + 1)) } while try separator(orEnd: UInt8(ascii: "]"))
    return .array(elements)
  }

  /// Reads a comma, or the end of a list or object; whether it was a comma.
  private mutating func separator(orEnd end: UInt8) throws -> Bool {
    let byte = try next()
    guard byte == end || byte == UInt8(ascii: ",") else { throw failure("expected ',' or the end") }
    position += 1
    return byte != end
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    let allowed = Set("+-0123456789.eE".utf8)
    while position < input.count, allowed.contains(input[position]) { position += 1 }
    let text = String(decoding: input[start..<position], as: UTF8.self)
    guard !text.isEmpty else { throw failure("expected a value") }
    return Int128(text).map(JSONValue.integer) ?? .number(text)
  }

  private mutating func string() throws -> String {
    position += 1
    let start = position
    guard let plain = input[start...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else { throw failure("unterminated text") }
    position = plain
    var bytes = Array(input[start..<plain])
    while true {
      guard position < input.count else { throw failure("unterminated text") }
      let byte = input[position]
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") { try escape(into: &bytes) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape(into bytes: inout [UInt8]) throws {
    guard position < input.count else { throw failure("unterminated text") }
    let byte = input[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): bytes.append(0x0a)
    case UInt8(ascii: "r"): bytes.append(0x0d)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0c)
    case UInt8(ascii: "u"): bytes.append(contentsOf: String(try unicode()).utf8)
    default: bytes.append(byte)
    }
  }

  private mutating func unicode() throws -> Character {
    var code = try hexDigits()
    if (0xd800..<0xdc00).contains(code), position + 1 < input.count, input[position] == UInt8(ascii: "\\") {
      position += 2
      let low = try hexDigits()
      guard (0xdc00..<0xe000).contains(low) else { throw failure("half of a surrogate pair") }
      code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
    }
    return Character(Unicode.Scalar(code) ?? "\u{fffd}")
  }

  private mutating func hexDigits() throws -> UInt32 {
    guard position + 4 <= input.count,
      let value = UInt32(String(decoding: input[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure("wrong escape") }
    position += 4
    return value
  }
}
