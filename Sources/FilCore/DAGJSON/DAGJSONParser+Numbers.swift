extension DAGJSONParser {
  /// Reads a number: an integer, or a float if it has a fraction or an exponent.
  mutating func number() throws(DAGJSONError) -> IPLDNode {
    let start = position
    let isNegative = skip(UInt8(ascii: "-"))
    let whole = try digits()
    if whole.count > 1, input[whole.lowerBound] == UInt8(ascii: "0") { throw DAGJSONError(.invalidNumber, at: start) }
    var isFloat = false
    if skip(UInt8(ascii: ".")) {
      isFloat = true
      _ = try digits()
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isFloat = true
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      _ = try digits()
    }
    guard isFloat else { return .integer(try integer(whole, isNegative: isNegative)) }
    let text = String(decoding: input[start..<position], as: UTF8.self)
    guard let value = Double(text).flatMap({ IPLDFloat($0) }) else { throw DAGJSONError(.numberOutOfRange, at: start) }
    return .float(value)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < input.count, input[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads one or more digits.
  private mutating func digits() throws(DAGJSONError) -> Range<Int> {
    let start = position
    while position < input.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(input[position]) { position += 1 }
    guard position > start else { throw DAGJSONError(.invalidNumber, at: start, "no digits") }
    return start..<position
  }

  private func integer(_ digits: Range<Int>, isNegative: Bool) throws(DAGJSONError) -> IPLDInteger {
    // Twenty digits have the greatest integers.
    guard digits.count <= 20 else { throw DAGJSONError(.numberOutOfRange, at: digits.lowerBound) }
    let magnitude = input[digits].reduce(0 as Int128) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
    guard let integer = IPLDInteger(exactly: isNegative ? -magnitude : magnitude)
    else { throw DAGJSONError(.numberOutOfRange, at: digits.lowerBound) }
    return integer
  }
}
