public import FilCore

/// Why the virtual machine cannot go on at all; no message is to blame.
///
/// Two errors are equal when their codes are.
public struct VMError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The store fails, or lacks a block that the state reaches.
    case store
    /// The state is not as it must be.
    case state
    /// A parameter is out of its range.
    case parameter
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

extension VMError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: VMError, right: VMError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "\(code): \(detail)" }
}

extension VMError: CollectionFailure {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(collection error: CollectionError) {
    self.init(.state, error.description)
  }
}

/// Runs `body` and turns its failure into one of the machine's.
func orFail<Value, Failure: Error>(
  _ code: VMError.Code, _ body: () throws(Failure) -> Value
) throws(VMError) -> Value {
  do {
    return try body()
  } catch {
    throw VMError(code, "\(error)")
  }
}
