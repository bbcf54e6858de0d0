public import FilCore
public import FilVM

/// What came of executing a tipset: its children's parent state and receipts.
public struct TipsetOutcome: Sendable {
  /// The state's root.
  public let stateRoot: CID
  /// The root of the array of receipts.
  public let receiptsRoot: CID
  /// What came of each message that was executed, in order; a message that stands in two blocks is executed once.
  public let results: [ExecutedMessage]

  /// A message and what came of it.
  public struct ExecutedMessage: Sendable {
    /// The message.
    public let message: Message
    /// What came of it.
    public let result: ApplyResult
  }
}
