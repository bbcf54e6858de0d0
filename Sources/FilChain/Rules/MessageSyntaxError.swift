/// Why a block may not carry a message, whatever the state of the chain.
///
/// Two errors are equal when their codes are.
public struct MessageSyntaxError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable, CaseIterable {
    /// The version is not 0.
    case version
    /// The receiver is the zero address, which nobody has.
    case receiver
    /// The value is negative, or more than all money.
    case value
    /// The fee cap is negative.
    case feeCap
    /// The premium is negative.
    case premium
    /// The premium is above the fee cap.
    case premiumAboveFeeCap
    /// The gas limit is above that of a block.
    case gasLimitTooHigh
    /// The gas limit does not cover carrying the message on the chain.
    case gasLimitTooLow
    /// A BLS signature stands beside the message and not in the block's aggregate.
    case signatureType
    /// The fee cap is below the least base fee, so that no block can ever carry the message.
    case feeCapTooLow
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

extension MessageSyntaxError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: MessageSyntaxError, right: MessageSyntaxError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "message: \(code): \(detail)" }
}
