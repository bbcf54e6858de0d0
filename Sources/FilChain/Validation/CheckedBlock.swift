public import FilCore

/// A block that keeps the rules which need no execution; only a ``BlockValidator`` makes one.
public struct CheckedBlock: Hashable, Sendable {
  /// The block.
  public let block: FullBlock
  /// Its CID.
  public let cid: CID
  /// The tipset that it builds on.
  public let parents: Tipset
  /// What the parents' messages came to, as it was given to the check.
  public let parentOutcome: TipsetOutcome
  /// The rules that could not be checked with what the check was given: no proof verifier, or no time.
  public let uncheckedRules: Set<BlockRule>

  init(
    block: FullBlock, parents: Tipset, parentOutcome: TipsetOutcome, uncheckedRules: Set<BlockRule>
  ) {
    self.block = block
    cid = block.header.cid
    self.parents = parents
    self.parentOutcome = parentOutcome
    self.uncheckedRules = uncheckedRules
  }
}
