/// Reads a JSON object whose values are all text without escapes: what an exported key is.
enum FlatJSON {
  /// The fields; `nil` for anything else, also for a name that stands twice.
  static func fields(of bytes: [UInt8]) -> [String: String]? {
    var rest = bytes[...]
    guard take("{", &rest) else { return nil }
    var fields: [String: String] = [:]
    repeat {
      guard let name = text(&rest), take(":", &rest), let value = text(&rest) else { return nil }
      guard fields.updateValue(value, forKey: name) == nil else { return nil }
    } while take(",", &rest)
    guard take("}", &rest) else { return nil }
    skipSpace(&rest)
    return rest.isEmpty ? fields : nil
  }

  private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { [0x20, 0x0a, 0x0d, 0x09].contains($0) }
  }

  private static func take(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    skipSpace(&rest)
    guard let first = rest.first, first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func text(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard take("\"", &rest), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let content = rest[..<end]
    guard !content.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else { return nil }
    rest = rest[(end + 1)...]
    return String(validating: content, as: UTF8.self)
  }
}
