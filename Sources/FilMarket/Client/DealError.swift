internal import FilChain

/// Why a deal of a client does not come about.
///
/// Two errors are equal when their codes are.
public struct DealError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The terms are none that a deal can have.
    case terms
    /// The money for the deal did not get into escrow.
    case escrow
    /// The provider refuses the proposal.
    case refused
    /// The provider accepted the deal, and gave up on it.
    case failed
    /// The provider does not say how far it is.
    case noStatus
  }

  /// The kind of the error.
  public let code: Code
  /// The reason, in the provider's words where it is the provider's: of them only what can be printed, and not too much.
  public let reason: String

  /// An error.
  public init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = String(peerText: reason)
  }
}

extension DealError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: DealError, right: DealError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// One line: the kind and the reason.
  public var description: String { "deal: \(code): \(reason)" }
}
