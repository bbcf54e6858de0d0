public import FilChain
public import FilCore

/// Something that happened in a node.
public enum NodeEvent: Sendable {
  /// The head of the chain moved.
  case head(Tipset)
  /// A miner of the node made a block.
  case mined(BlockHeader)
  /// A block from others broke a rule, or could not be decided on.
  case refused(CID, BlockFailure)
  /// A miner of the node could not do something.
  case minerFailed(ActorID, String)
  /// Blocks could not be fetched from a peer.
  case syncFailed(String)
}
