/// Reads DAG-JSON.
struct DAGJSONParser {
  let input: [UInt8]
  var position = 0

  init(_ input: [UInt8]) {
    self.input = input
  }

  /// Reads one value after which only white space follows.
  mutating func document() throws(DAGJSONError) -> IPLDNode {
    let value = try value(depth: 0)
    try finish()
    return value
  }

  /// Requires that only white space is left.
  mutating func finish() throws(DAGJSONError) {
    skipSpace()
    guard position == input.count else { throw DAGJSONError(.trailingBytes, at: position) }
  }

  private mutating func skipSpace() {
    while position < input.count, [0x20, 0x0a, 0x0d, 0x09].contains(input[position]) { position += 1 }
  }

  /// The next byte that is no white space.
  mutating func peek() throws(DAGJSONError) -> UInt8 {
    skipSpace()
    guard position < input.count else { throw DAGJSONError(.truncated, at: position) }
    return input[position]
  }

  mutating func expect(_ byte: UInt8) throws(DAGJSONError) {
    let found = try peek()
    guard found == byte else { throw unexpected(found) }
    position += 1
  }

  private func unexpected(_ byte: UInt8) -> DAGJSONError {
    DAGJSONError(.unexpectedByte, at: position, "0x" + [byte].hex)
  }

  mutating func value(depth: Int) throws(DAGJSONError) -> IPLDNode {
    try checkDepth(depth)
    let byte = try peek()
    switch byte {
    case UInt8(ascii: "{"): return try map(depth: depth)
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected(byte)
    }
  }

  func checkDepth(_ depth: Int) throws(DAGJSONError) {
    guard depth < IPLDNode.maxDepth else { throw DAGJSONError(.limitExceeded, at: position, "nesting") }
  }

  private mutating func word(_ word: String, _ value: IPLDNode) throws(DAGJSONError) -> IPLDNode {
    for expected in word.utf8 {
      guard position < input.count else { throw DAGJSONError(.truncated, at: position) }
      guard input[position] == expected else { throw unexpected(input[position]) }
      position += 1
    }
    return value
  }

  private mutating func list(depth: Int) throws(DAGJSONError) -> [IPLDNode] {
    var elements: [IPLDNode] = []
    position += 1
    if try isEnd(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while try separator(orEnd: UInt8(ascii: "]"))
    return elements
  }

  private mutating func map(depth: Int) throws(DAGJSONError) -> IPLDNode {
    let start = position
    var fields: [IPLDMap.Field] = []
    position += 1
    guard try !isEnd(UInt8(ascii: "}")) else { return .map(IPLDMap()) }
    repeat {
      let found = try peek()
      guard found == UInt8(ascii: "\"") else { throw unexpected(found) }
      let key = try string()
      try expect(UInt8(ascii: ":"))
      fields.append(IPLDMap.Field(key: key, value: try value(depth: depth + 1)))
    } while try separator(orEnd: UInt8(ascii: "}"))
    return try DAGJSONParser.interpreted(try DAGJSONParser.sorted(fields, at: start), at: start)
  }

  /// The map with these fields, of which no two may have the same name.
  private static func sorted(_ fields: [IPLDMap.Field], at start: Int) throws(DAGJSONError) -> IPLDMap {
    let sorted = fields.sorted { CBORDecoder.isOrdered($0.key, $1.key) }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.key.hasSameBytes(as: right.key) {
      throw DAGJSONError(.duplicateKey, at: start, "'\(left.key)'")
    }
    return IPLDMap(canonical: sorted)
  }

  /// What a map stands for: a link, bytes, or itself.
  private static func interpreted(_ fields: IPLDMap, at start: Int) throws(DAGJSONError) -> IPLDNode {
    guard let value = fields["/"], value.isReservedInDAGJSON else { return .map(fields) }
    guard fields.count == 1 else { throw DAGJSONError(.reservedKey, at: start, "other names beside '/'") }
    if case .string(let text) = value { return .link(try link(text, at: start)) }
    guard case .map(let inner) = value, inner.count == 1, case .string(let digits)? = inner["bytes"]
    else { throw DAGJSONError(.reservedKey, at: start, "other names beside 'bytes'") }
    do {
      return .bytes(try BaseEncoding.base64.decode(digits))
    } catch {
      throw DAGJSONError(.invalidReserved, at: start, "no base 64: \(error)")
    }
  }

  /// The CID that the text of a link names.
  static func link(_ text: String, at start: Int) throws(DAGJSONError) -> CID {
    do {
      return try CID(text: text)
    } catch {
      throw DAGJSONError(.invalidReserved, at: start, "'\(text)' is no CID: \(error)")
    }
  }

  /// Reads the end of a list or map if it stands next.
  mutating func isEnd(_ end: UInt8) throws(DAGJSONError) -> Bool {
    guard try peek() == end else { return false }
    position += 1
    return true
  }

  /// Reads a comma, or the end of a list or map; whether it was a comma.
  mutating func separator(orEnd end: UInt8) throws(DAGJSONError) -> Bool {
    if try isEnd(end) { return false }
    try expect(UInt8(ascii: ","))
    return true
  }
}
