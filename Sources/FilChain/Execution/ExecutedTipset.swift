internal import FilCore
public import FilVM

/// A tipset that was executed.
public struct ExecutedTipset: Hashable, Sendable {
  /// The state and the receipts, which its children's headers name.
  public let outcome: TipsetOutcome
  /// What came of each message, in order.
  public let results: [ExecutedMessage]

  /// A message and what came of it.
  public struct ExecutedMessage: Hashable, Sendable {
    /// The message.
    public let message: ChainMessage
    /// What came of it.
    public let result: ApplyResult
  }
}
