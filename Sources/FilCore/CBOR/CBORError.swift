/// Why bytes are not the canonical CBOR of a value, and where.
///
/// Two errors are equal when their codes are.
public struct CBORError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The bytes end inside a value.
    case truncated
    /// Bytes follow the value.
    case trailingBytes
    /// Another kind of value stands here than the type wants.
    case unexpectedType
    /// A length or an integer in more bytes than it needs, or a float that is not 64 bits wide.
    case notMinimal
    /// Something that DAG-CBOR forbids: indefinite length, another tag than 42, another simple value, NaN or infinity.
    case forbidden
    /// An array or map with another number of elements than the type has.
    case wrongCount
    /// Map keys that are not in order or stand twice.
    case unsortedKeys
    /// Text that is not UTF-8.
    case invalidText
    /// A link whose bytes are no CID.
    case invalidLink
    /// An integer outside of the type's range.
    case integerOutOfRange
    /// A length above what the type allows, or nesting deeper than allowed.
    case limitExceeded
    /// The bytes are well formed and the value is not allowed.
    case invalidValue
  }

  /// The kind of the error.
  public let code: Code
  /// The position of the offending item in bytes.
  public let offset: Int
  /// What was expected or found, for people.
  public let detail: String

  /// An error at a position.
  public init(_ code: Code, at offset: Int, _ detail: String = "") {
    self.code = code
    self.offset = offset
    self.detail = detail
  }
}

extension CBORError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: CBORError, right: CBORError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension CBORError: CustomStringConvertible {
  /// One line: the code, the position and the detail.
  public var description: String {
    "CBOR \(code) at byte \(offset)" + (detail.isEmpty ? "" : ": \(detail)")
  }
}
