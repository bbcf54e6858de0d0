/// Why the chain cannot tell; no block is to blame.
///
/// Two errors are equal when their codes are.
public struct ChainError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The store fails, or lacks a block that the chain reaches.
    case store
    /// A block of the chain is none, or blocks make no tipset.
    case malformed
    /// The chain is asked for an epoch that it does not reach, or that lies after the tipset asked from.
    case epoch
    /// There is no beacon entry where one must be.
    case beacon
    /// The state of the actors is not as it must be.
    case state
  }

  /// The kind of the error.
  public let code: Code
  /// What was not so, for people.
  public let detail: String
  /// The error below, if there is one.
  public let cause: (any Error)?

  /// An error.
  public init(_ code: Code, _ detail: String, cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }
}

extension ChainError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: ChainError, right: ChainError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "\(code): \(detail)" + (cause.map { " (\($0))" } ?? "") }
}

/// Runs `body` and turns its failure into one of the chain's.
func chainResult<Value, Failure: Error>(
  _ code: ChainError.Code, _ what: @autoclosure () -> String, _ body: () throws(Failure) -> Value
) throws(ChainError) -> Value {
  do {
    return try body()
  } catch {
    throw ChainError(code, what(), cause: error)
  }
}
