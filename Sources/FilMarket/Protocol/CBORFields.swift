internal import FilCore

/// The fields of a map in a market message: keys may stand in any order, and those that are not known are ignored.
struct CBORFields {
  private var fields: [String: ArraySlice<UInt8>] = [:]
  private let offset: Int

  /// Reads a map.
  ///
  /// - Throws: `CBORError` for anything else, or a key that stands twice.
  init(from decoder: inout CBORDecoder) throws(CBORError) {
    offset = decoder.offset
    for _ in 0..<(try decoder.map()) {
      let start = decoder.offset
      let key = try decoder.text(limit: 64)
      guard fields[key] == nil else { throw CBORError(.unsortedKeys, at: start, "'\(key)' twice") }
      fields[key] = try decoder.item(anyKeyOrder: true)
    }
  }

  /// The value of a field.
  ///
  /// - Throws: `CBORError` if it is missing or no such value.
  func require<Value: CBORDecodable>(_ key: String, _ type: Value.Type = Value.self) throws(CBORError) -> Value {
    guard let value: Value = try find(key) else {
      throw CBORError(.wrongCount, at: offset, "no field '\(key)'")
    }
    return value
  }

  /// The value of a field; `nil` if it is missing.
  ///
  /// - Throws: `CBORError` if it is no such value.
  func find<Value: CBORDecodable>(_ key: String, _ type: Value.Type = Value.self) throws(CBORError) -> Value? {
    guard let bytes = fields[key] else { return nil }
    var decoder = CBORDecoder(bytes)
    let value = try Value(from: &decoder)
    try decoder.finish()
    return value
  }
}

extension CBOREncoder {
  /// Begins a map whose fields follow in the given order, by `field`.
  mutating func field(_ key: String, _ value: some CBOREncodable) {
    text(key)
    value.encode(to: &self)
  }
}
