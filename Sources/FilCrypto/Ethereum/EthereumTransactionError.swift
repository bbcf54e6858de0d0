/// Why a message or bytes are no Ethereum transaction.
public struct EthereumTransactionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// The message cannot have come from an Ethereum transaction.
    case notRepresentable
    /// The bytes are no transaction of a form that the network accepts.
    case malformed
    /// The signature is not of the form, or for another chain.
    case invalidSignature
  }

  /// What is wrong.
  public let code: Code
  /// Which rule was broken.
  public let detail: String

  init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  /// The error in one line.
  public var description: String { "Ethereum transaction: \(detail)" }

  /// Errors are equal if their codes are.
  public static func == (left: EthereumTransactionError, right: EthereumTransactionError) -> Bool {
    left.code == right.code
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
