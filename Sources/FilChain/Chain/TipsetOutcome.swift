public import FilCore

/// What came of the messages of a tipset, by whoever executed them.
public struct TipsetOutcome: Hashable, Sendable {
  /// The state after the messages.
  public let stateRoot: CID
  /// The array of their receipts.
  public let receiptsRoot: CID

  /// An outcome.
  public init(stateRoot: CID, receiptsRoot: CID) {
    self.stateRoot = stateRoot
    self.receiptsRoot = receiptsRoot
  }
}
