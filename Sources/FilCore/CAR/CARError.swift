/// Why bytes are no CAR, and where.
///
/// Two errors are equal when their codes are.
public struct CARError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The bytes end inside the header or a section.
    case truncated
    /// The header is no canonical map of roots and version, or the fields of version 2 contradict each other.
    case invalidHeader
    /// A version other than 1 and 2.
    case unsupportedVersion
    /// The length of a header or a section is above the limit, or no varint.
    case invalidLength
    /// A section of no bytes: zeros often fill up a CAR to the size of a piece.
    case emptySection
    /// A section does not begin with a CID.
    case invalidCID
    /// A block does not hash to its CID, or by a function that is not computed here.
    case mismatch
    /// The index of a CAR of version 2 is malformed.
    case invalidIndex
    /// The source failed.
    case source
  }

  /// The kind of the error.
  public let code: Code
  /// Where the header, section or index entry begins, in bytes from the start of the CAR.
  public let offset: UInt64
  /// What was expected or found, for people.
  public let detail: String
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error at a position.
  public init(_ code: Code, at offset: UInt64, _ detail: String = "", cause: (any Error)? = nil) {
    self.code = code
    self.offset = offset
    self.detail = detail
    self.cause = cause
  }
}

extension CARError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: CARError, right: CARError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension CARError: CustomStringConvertible {
  /// One line: the code, the position, the detail and the cause.
  public var description: String {
    "CAR: \(code) at byte \(offset)" + (detail.isEmpty ? "" : ": \(detail)") + (cause.map { " (\($0))" } ?? "")
  }
}
