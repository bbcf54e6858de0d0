internal import FilActors
public import FilCore

/// What came of a message.
public struct ApplyResult: Hashable, Sendable {
  /// What goes on the chain.
  public let receipt: Receipt
  /// Where the money for its gas went.
  public let gas: GasOutputs
  /// The events that it emitted, in order.
  public let events: [StampedEvent]
  /// Why it failed, for people; empty if it did not.
  public let failure: String
}
