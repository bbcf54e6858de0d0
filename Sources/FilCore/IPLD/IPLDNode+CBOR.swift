extension IPLDNode: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    switch self {
    case .null: encoder.null()
    case .bool(let value): encoder.bool(value)
    case .integer(let value):
      if value.isNegative { encoder.negative(complement: value.argument) } else { encoder.unsigned(value.argument) }
    case .float(let value): encoder.float(value)
    case .string(let text): encoder.text(text)
    case .bytes(let bytes): encoder.byteString(bytes)
    case .list(let elements):
      encoder.array(count: elements.count)
      for element in elements { element.encode(to: &encoder) }
    case .map(let fields):
      encoder.map(count: fields.count)
      for field in fields {
        encoder.text(field.key)
        field.value.encode(to: &encoder)
      }
    case .link(let cid): encoder.link(cid)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    try self.init(from: &decoder, depth: 0)
  }

  private init(from decoder: inout CBORDecoder, depth: Int) throws(CBORError) {
    guard depth < IPLDNode.maxDepth else { throw CBORError(.limitExceeded, at: decoder.offset, "nesting") }
    switch try decoder.peek() {
    case .null:
      _ = decoder.nullIfPresent()
      self = .null
    case .bool: self = .bool(try decoder.bool())
    case .unsigned: self = .integer(IPLDInteger(try decoder.unsigned()))
    case .negative: self = .integer(IPLDInteger(negativeComplement: try decoder.negativeComplement()))
    case .float: self = .float(try decoder.float())
    case .text: self = .string(try decoder.text(limit: .max))
    case .bytes: self = .bytes(try decoder.byteString(limit: .max))
    case .link: self = .link(try decoder.link())
    case .array: self = .list(try IPLDNode.list(from: &decoder, depth: depth + 1))
    case .map: self = .map(try IPLDNode.map(from: &decoder, depth: depth + 1))
    }
  }

  private static func list(from decoder: inout CBORDecoder, depth: Int) throws(CBORError) -> [IPLDNode] {
    var elements: [IPLDNode] = []
    for _ in 0..<(try decoder.array()) { elements.append(try IPLDNode(from: &decoder, depth: depth)) }
    return elements
  }

  private static func map(from decoder: inout CBORDecoder, depth: Int) throws(CBORError) -> IPLDMap {
    let start = decoder.offset
    var fields: [IPLDMap.Field] = []
    for _ in 0..<(try decoder.map()) {
      let key = try decoder.key(after: fields.last?.key)
      fields.append(IPLDMap.Field(key: key, value: try IPLDNode(from: &decoder, depth: depth)))
    }
    return decoder.profile == .strict ? IPLDMap(canonical: fields) : try sorted(fields, at: start)
  }

  /// The map with fields that stood in any order, none of them twice.
  private static func sorted(_ fields: [IPLDMap.Field], at start: Int) throws(CBORError) -> IPLDMap {
    let map = IPLDMap(fields)
    guard map.count == fields.count else { throw CBORError(.unsortedKeys, at: start, "a key stands twice") }
    return map
  }
}
