internal import FilCore

/// Requires that a result equals the recorded one.
///
/// - Parameters:
///   - actual: What was computed.
///   - expected: What was recorded.
///   - what: The name of the value, for the message.
/// - Throws: `VectorError` with both values if they differ.
public func expect<T: Equatable>(_ actual: T, equals expected: T, _ what: String) throws {
  guard actual != expected else { return }
  throw VectorError("\(what): expected \(brief(expected)), got \(brief(actual))")
}

/// A value as text, bytes in hexadecimal, cut where it is long.
private func brief<T>(_ value: T) -> String {
  let text = (value as? [UInt8]).map { "0x" + $0.hex } ?? "\(value)"
  return text.count <= 200 ? text : "\(text.prefix(200))... (\(text.count) characters)"
}
