/// Why a tipset cannot be executed.
///
/// Two errors are equal when their codes are.
public struct ExecutionError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The virtual machine or the store fails.
    case machine
    /// A message that the system sends fails: a reward, or the work at the end of each epoch.
    case systemMessage
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

extension ExecutionError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: ExecutionError, right: ExecutionError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "execution: \(code): \(detail)" }
}
