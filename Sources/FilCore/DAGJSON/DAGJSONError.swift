/// Why bytes are no DAG-JSON, or a node has no such form.
///
/// Two errors are equal when their codes are.
public struct DAGJSONError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The bytes end inside a value.
    case truncated
    /// Something follows the value.
    case trailingBytes
    /// A byte that cannot stand here.
    case unexpectedByte
    /// A number that JSON does not have, as one with a zero before its digits.
    case invalidNumber
    /// An integer below -2^64 or above 2^64 - 1, or a float that is not finite.
    case numberOutOfRange
    /// Text that is not UTF-8, has a control character, or an escape that JSON does not have.
    case invalidText
    /// A name that stands twice in a map.
    case duplicateKey
    /// A map with the name `/` that is neither a link nor bytes, though it has the form of one of them.
    case reservedKey
    /// A link that is no CID, or bytes that are no base 64 without padding.
    case invalidReserved
    /// Nesting deeper, or an input longer, than allowed.
    case limitExceeded
    /// The value has another form that is the canonical one.
    case notCanonical
  }

  /// The kind of the error.
  public let code: Code
  /// The position of the offending byte; 0 where a node is written.
  public let offset: Int
  /// What was found, for people.
  public let detail: String

  /// An error at a position.
  public init(_ code: Code, at offset: Int = 0, _ detail: String = "") {
    self.code = code
    self.offset = offset
    self.detail = detail
  }
}

extension DAGJSONError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: DAGJSONError, right: DAGJSONError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension DAGJSONError: CustomStringConvertible {
  /// One line: the code, the position and the detail.
  public var description: String {
    "DAG-JSON \(code) at byte \(offset)" + (detail.isEmpty ? "" : ": \(detail)")
  }
}
