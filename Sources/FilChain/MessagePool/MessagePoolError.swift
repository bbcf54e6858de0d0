/// Why a message pool does not take a message.
///
/// Two errors are equal when their codes are.
public struct MessagePoolError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// No block may carry the message.
    case syntax(MessageSyntaxError.Code)
    /// The nonce was used: the message, or another in its place, is on the chain.
    case nonceTooLow
    /// The nonce is too far ahead of what the sender has sent.
    case nonceGap
    /// Another message has the nonce, and this one does not pay enough more.
    case replacementUnderpriced
    /// The sender cannot pay for the message's gas and value.
    case insufficientFunds
    /// The pool, or the sender's part of it, is full.
    case full
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

extension MessagePoolError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: MessagePoolError, right: MessagePoolError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "message pool: \(code): \(detail)" }
}
