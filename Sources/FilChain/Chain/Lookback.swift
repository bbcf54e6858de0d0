public import FilCore

/// A point of the chain where an election looks up power, worker keys and sectors.
public struct Lookback: Hashable, Sendable {
  /// The tipset.
  public let tipset: Tipset
  /// The state after its messages.
  public let stateRoot: CID
}
