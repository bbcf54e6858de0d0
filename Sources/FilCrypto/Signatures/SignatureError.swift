/// Why a signature does not hold.
public struct SignatureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// The signer's address is not a key of the signature's kind.
    case unsupportedSigner
    /// The signature's bytes are no signature.
    case malformed
    /// The signature is of something else, or by somebody else.
    case mismatch
    /// The message is not one that an Ethereum account can sign.
    case invalidTransaction
  }

  /// What is wrong.
  public let code: Code
  /// More about it.
  public let detail: String
  /// The error below, if there is one.
  public let cause: (any Error)?

  init(_ code: Code, _ detail: String, cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }

  /// The error in one line.
  public var description: String { "signature: \(detail)" + (cause.map { " (\($0))" } ?? "") }

  /// Errors are equal if their codes are.
  public static func == (left: SignatureError, right: SignatureError) -> Bool { left.code == right.code }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
