extension DAGJSONParser {
  /// Goes over one value after which only white space follows, and shows its links in their order.
  ///
  /// Names that stand twice in a map are not noticed here.
  mutating func scanDocument(_ visit: (CID) -> Void) throws(DAGJSONError) {
    try scan(depth: 0, visit)
    try finish()
  }

  private mutating func scan(depth: Int, _ visit: (CID) -> Void) throws(DAGJSONError) {
    switch try peek() {
    case UInt8(ascii: "{"):
      try checkDepth(depth)
      try scanMap(depth: depth, visit)
    case UInt8(ascii: "["):
      try checkDepth(depth)
      position += 1
      if try isEnd(UInt8(ascii: "]")) { return }
      repeat { try scan(depth: depth + 1, visit) } while try separator(orEnd: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try skipString()
    default: _ = try value(depth: depth)
    }
  }

  private mutating func scanMap(depth: Int, _ visit: (CID) -> Void) throws(DAGJSONError) {
    let start = position
    position += 1
    if try isEnd(UInt8(ascii: "}")) { return }
    var isFirst = true
    repeat {
      guard try peek() == UInt8(ascii: "\"") else { throw DAGJSONError(.unexpectedByte, at: position) }
      let key = try string()
      try expect(UInt8(ascii: ":"))
      if key == "/", try peek() == UInt8(ascii: "\"") {
        let text = try string()
        guard isFirst, try isEnd(UInt8(ascii: "}")) else {
          throw DAGJSONError(.reservedKey, at: start, "other names beside '/'")
        }
        visit(try DAGJSONParser.link(text, at: start))
        return
      }
      try scan(depth: depth + 1, visit)
      isFirst = false
    } while try separator(orEnd: UInt8(ascii: "}"))
  }

  /// Goes over text, of which the opening quote stands next.
  private mutating func skipString() throws(DAGJSONError) {
    let start = position
    var isASCII = true
    var escaped: [UInt8] = []
    position += 1
    while true {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""):
        guard isASCII || String(validating: input[start..<position], as: UTF8.self) != nil else {
          throw DAGJSONError(.invalidText, at: start, "no UTF-8")
        }
        return
      case UInt8(ascii: "\\"): try escape(into: &escaped)
      case 0..<0x20: throw DAGJSONError(.invalidText, at: position - 1, "a control character")
      default: isASCII = isASCII && byte < 0x80
      }
    }
  }
}
