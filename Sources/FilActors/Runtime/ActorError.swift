public import FilCore

/// Why a call of an actor ended without success: its exit code, and what was wrong for people.
///
/// The message is no part of the chain's state; the exit code and the data are.
public struct ActorError: Error, Sendable {
  /// The exit code.
  public let exitCode: ExitCode
  /// What was wrong, for people.
  public let message: String
  /// What the failed call returns nevertheless.
  public let data: IPLDBlock?

  /// A failure with an exit code.
  public init(_ exitCode: ExitCode, _ message: String, data: IPLDBlock? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.data = data
  }

  /// The failure with which the caller ends that passes a callee's failure on.
  ///
  /// An actor may not end with the machine's own codes: those that say what the callee did wrong become
  /// `unspecified`, the others `actorAssertionFailed`.
  public static func passingOn(_ code: ExitCode, _ message: String, data: IPLDBlock? = nil) -> ActorError {
    let unclear: Set<ExitCode> = [.missingReturn, .illegalInstruction, .illegalExitCode]
    if unclear.contains(code) { return ActorError(.unspecified, message, data: data) }
    let isSystem = code.rawValue > 0 && code.rawValue < 16
    return ActorError(isSystem ? .actorAssertionFailed : code, message, data: data)
  }

  /// The same failure with words in front of its message.
  public func inContext(_ context: String) -> ActorError {
    ActorError(exitCode, "\(context): \(message)", data: data)
  }
}

extension ActorError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: ActorError, right: ActorError) -> Bool { left.exitCode == right.exitCode }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(exitCode) }
}

extension ActorError: CustomStringConvertible {
  /// One line: the exit code and the message.
  public var description: String { "exit code \(exitCode): \(message)" }
}

/// A collection that cannot be read is a state that must not be.
extension ActorError: CollectionFailure {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(collection error: CollectionError) {
    self.init(.illegalState, error.description)
  }
}
