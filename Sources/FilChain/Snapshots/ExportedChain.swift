public import FilCore

/// What an export has written.
public struct ExportedChain: Hashable, Sendable {
  /// The network.
  public let parameters: NetworkParameters
  /// The first block.
  public let genesis: BlockHeader
  /// The last tipset, whose blocks are the archive's roots.
  public let head: Tipset
  /// How many tipsets there are, the genesis among them.
  public let tipsets: Int
  /// How many blocks the archive has: not only those of the chain, but also those of messages, receipts and states.
  public let blocks: Int
  /// How long the archive is.
  public let bytes: UInt64
}
