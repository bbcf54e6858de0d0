/// The fields of a map that is read leniently, as those of market messages: keys may stand in any order, and those that
/// are not known are ignored.
///
/// ```swift
/// let fields = try CBORFields(from: &decoder)
/// state = try fields.require("State")
/// message = try fields.find("Message") ?? ""
/// ```
public struct CBORFields: Sendable {
  /// The longest key that is read, in bytes.
  public static let maxKeyBytes = 64

  private var fields: [String: ArraySlice<UInt8>] = [:]
  private let offset: Int

  /// Reads a map, in the lenient profile whatever the decoder's is.
  ///
  /// - Throws: `CBORError` for anything else, or a key that stands twice.
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    offset = decoder.offset
    for _ in 0..<(try decoder.map()) {
      let start = decoder.offset
      let key = try decoder.text(limit: CBORFields.maxKeyBytes)
      guard fields[key] == nil else { throw CBORError(.unsortedKeys, at: start, "'\(key)' twice") }
      fields[key] = try decoder.item(.lenient)
    }
  }

  /// The names of the fields that are there, known or not, in the order of their bytes.
  public var keys: [String] { fields.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The value of a field.
  ///
  /// - Throws: `CBORError` if it is missing or no such value.
  public func require<Value: CBORDecodable>(
    _ key: String, _ type: Value.Type = Value.self
  ) throws(CBORError) -> Value {
    guard let value: Value = try find(key) else {
      throw CBORError(.wrongCount, at: offset, "no field '\(key)'")
    }
    return value
  }

  /// The value of a field; `nil` if it is missing.
  ///
  /// - Throws: `CBORError` if it is no such value.
  public func find<Value: CBORDecodable>(_ key: String, _ type: Value.Type = Value.self) throws(CBORError) -> Value? {
    guard let bytes = fields[key] else { return nil }
    var decoder = CBORDecoder(bytes, .lenient)
    let value = try Value(from: &decoder)
    try decoder.finish()
    return value
  }
}
