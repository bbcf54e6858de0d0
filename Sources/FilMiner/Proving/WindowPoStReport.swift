public import FilCore

/// What came of proving what is due.
public struct WindowPoStReport: Sendable {
  /// The messages that were sent, for others to be told of.
  public internal(set) var messages: [SignedMessage] = []
  /// The sectors that could not be proven: they become faulty, those of a message when it is on the chain, others when
  /// the deadline ends.
  public internal(set) var skipped: [SectorNumber] = []
  /// What else went wrong; a later call tries again.
  public internal(set) var failures: [MinerError] = []
}
