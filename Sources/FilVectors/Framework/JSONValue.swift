internal import FilCore

/// A JSON value whose integers keep all their digits.
public enum JSONValue: Hashable, Sendable {
  /// null.
  case null
  /// true or false.
  case bool(Bool)
  /// A number without fraction and exponent.
  case integer(Int128)
  /// Any other number, as text.
  case number(String)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values.
  case object([String: JSONValue])

  /// Reads one document.
  ///
  /// - Throws: `VectorError` with the position of the first wrong byte.
  public init(parsing bytes: some Collection<UInt8>) throws {
    var parser = JSONParser(Array(bytes))
    self = try parser.document()
  }
}

extension JSONValue {
  /// The value under a name; `nil` if this is no object, the name is absent, or the value is null.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self, let value = fields[name], value != .null else { return nil }
    return value
  }

  /// The elements; `nil` if this is no list.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text; `nil` if this is none.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The integer, also from decimal text; `nil` if this is none or it does not fit.
  public func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
    switch self {
    case .integer(let value): T(exactly: value)
    case .string(let text): T(text)
    default: nil
    }
  }

  /// The truth value; `nil` if this is none.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The bytes that hexadecimal text stands for; `nil` if this is none.
  public var bytes: [UInt8]? {
    string.flatMap { [UInt8](hex: $0) }
  }

  /// The value under a name.
  ///
  /// - Throws: `VectorError` if it is absent or null.
  public func require(_ name: String) throws -> JSONValue {
    guard let value = self[name] else { throw VectorError("no field '\(name)'") }
    return value
  }

  /// The text under a name.
  ///
  /// - Throws: `VectorError` if it is absent or no text.
  public func requireString(_ name: String) throws -> String {
    guard let value = try require(name).string else { throw VectorError("field '\(name)' is no text") }
    return value
  }

  /// The bytes under a name.
  ///
  /// - Throws: `VectorError` if they are absent or no hexadecimal text.
  public func requireBytes(_ name: String) throws -> [UInt8] {
    guard let value = try require(name).bytes else { throw VectorError("field '\(name)' is no hexadecimal text") }
    return value
  }

  /// The thirty-two bytes under a name.
  func requireBytes32(_ name: String) throws -> Bytes32 {
    guard let value = Bytes32(try requireBytes(name)) else { throw VectorError("'\(name)' is not 32 bytes") }
    return value
  }

  /// The integer under a name.
  ///
  /// - Throws: `VectorError` if it is absent, no integer, or does not fit.
  public func requireInteger<T: FixedWidthInteger>(_ name: String, _ type: T.Type = T.self) throws -> T {
    guard let value = try require(name).integer(T.self) else { throw VectorError("field '\(name)' is no \(T.self)") }
    return value
  }

  /// The list under a name.
  ///
  /// - Throws: `VectorError` if it is absent or no list.
  public func requireArray(_ name: String) throws -> [JSONValue] {
    guard let value = try require(name).array else { throw VectorError("field '\(name)' is no list") }
    return value
  }
}
