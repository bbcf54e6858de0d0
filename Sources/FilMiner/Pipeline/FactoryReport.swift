public import FilCore

/// What came of a step of all sectors that are on their way.
public struct FactoryReport: Sendable {
  /// What went wrong with a sector.
  public struct Failure: Hashable, Sendable {
    /// The sector.
    public let sector: SectorID
    /// What went wrong.
    public let error: MinerError
    /// Whether nothing more is done for the sector; else the next step tries again.
    public let isFinal: Bool
  }

  /// The messages that were sent, for others to be told of.
  public internal(set) var messages: [SignedMessage] = []
  /// What went wrong, at most once a sector.
  public internal(set) var failures: [Failure] = []
}
