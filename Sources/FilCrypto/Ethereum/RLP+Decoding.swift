extension RLP {
  /// Reads one value that takes up all of the bytes.
  ///
  /// Only the shortest form of each length is accepted, so that encoding gives the same bytes again.
  ///
  /// - Throws: ``RLPError``.
  public init(decoding bytes: some Collection<UInt8>) throws(RLPError) {
    var rest = Array(bytes)[...]
    self = try RLP.read(&rest, depth: 0)
    guard rest.isEmpty else { throw .trailingBytes }
  }

  private static func read(_ rest: inout ArraySlice<UInt8>, depth: Int) throws(RLPError) -> RLP {
    guard depth <= maxDepth else { throw .nestedTooDeep }
    guard let first = rest.popFirst() else { throw .truncated }
    switch first {
    case ..<0x80: return .bytes([first])
    case ..<0xc0:
      let body = try body(&rest, prefix: first - 0x80)
      if body.count == 1, let byte = body.first, byte < 0x80 { throw .notShortest }
      return .bytes(Array(body))
    default:
      var body = try body(&rest, prefix: first - 0xc0)
      var items: [RLP] = []
      while !body.isEmpty { items.append(try read(&body, depth: depth + 1)) }
      return .list(items)
    }
  }

  /// Takes what follows a prefix: a length up to 55, or a length of lengths from 56.
  private static func body(
    _ rest: inout ArraySlice<UInt8>, prefix: UInt8
  ) throws(RLPError) -> ArraySlice<UInt8> {
    guard prefix > 55 else { return try take(Int(prefix), from: &rest) }
    let digits = try take(Int(prefix) - 55, from: &rest)
    guard digits.first != 0 else { throw .notShortest }
    let count = digits.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard count > 55 else { throw .notShortest }
    guard count <= UInt64(rest.count) else { throw .truncated }
    return try take(Int(count), from: &rest)
  }

  private static func take(
    _ count: Int, from rest: inout ArraySlice<UInt8>
  ) throws(RLPError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
