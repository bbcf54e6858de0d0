public import FilCore

/// What of a sender's account its messages depend on.
public struct SenderState: Hashable, Sendable {
  /// The number of the next message.
  public let nonce: UInt64
  /// The money that it has.
  public let balance: TokenAmount

  /// The state of an account.
  public init(nonce: UInt64, balance: TokenAmount) {
    self.nonce = nonce
    self.balance = balance
  }
}
