public import FilCore

/// Why blocks make no tipset.
public enum TipsetError: Error, Hashable, Sendable {
  /// There are no blocks.
  case empty
  /// A block has no ticket.
  case missingTicket(CID)
  /// A block is of another epoch than the first one.
  case differentEpoch(CID)
  /// A block has other parents than the first one.
  case differentParents(CID)
  /// Two blocks are of one miner.
  case repeatedMiner(Address)
}
