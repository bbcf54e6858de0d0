/// Writes canonical DAG-JSON.
struct DAGJSONWriter {
  private(set) var bytes: [UInt8] = []

  private mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ node: IPLDNode, depth: Int) throws(DAGJSONError) {
    guard depth < IPLDNode.maxDepth else { throw DAGJSONError(.limitExceeded, "nesting") }
    switch node {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): append(value.description)
    case .float(let value): append(DAGJSONFloat.text(value))
    case .string(let text): string(text)
    case .bytes(let value):
      append("{\"/\":{\"bytes\":\"")
      append(BaseEncoding.base64.encode(value))
      append("\"}}")
    case .link(let cid):
      append("{\"/\":\"")
      append(cid.description)
      append("\"}")
    case .list(let elements): try list(elements, depth: depth)
    case .map(let fields): try map(fields, depth: depth)
    }
  }

  private mutating func list(_ elements: [IPLDNode], depth: Int) throws(DAGJSONError) {
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      try write(element, depth: depth + 1)
    }
    append("]")
  }

  private mutating func map(_ fields: IPLDMap, depth: Int) throws(DAGJSONError) {
    if fields["/"]?.isReservedInDAGJSON == true {
      throw DAGJSONError(.reservedKey, "a map that would be read as a link or as bytes")
    }
    append("{")
    let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (index, field) in sorted.enumerated() {
      if index > 0 { append(",") }
      string(field.key)
      append(":")
      try write(field.value, depth: depth + 1)
    }
    append("}")
  }

  private mutating func string(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0a: append("\\n")
      case 0x0c: append("\\f")
      case 0x0d: append("\\r")
      case 0..<0x20: append("\\u00" + [byte].hex)
      default: bytes.append(byte)
      }
    }
    append("\"")
  }
}
