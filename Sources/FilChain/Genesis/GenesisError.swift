/// Why a genesis cannot be made.
///
/// Two errors are equal when their codes are.
public struct GenesisError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The template contradicts itself or gives away more money than there is.
    case template
    /// A message that the genesis consists of fails.
    case message
    /// The machine or the store fails.
    case machine
  }

  /// The kind of the error.
  public let code: Code
  /// What was not so, for people.
  public let detail: String

  /// An error.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }
}

extension GenesisError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: GenesisError, right: GenesisError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "genesis: \(code): \(detail)" }
}
