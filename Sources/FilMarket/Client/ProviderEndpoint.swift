public import FilCore
public import FilNet

/// A storage provider, as clients know it.
public struct ProviderEndpoint: Hashable, Sendable {
  /// The number of its miner.
  public let miner: ActorID
  /// Where it answers.
  public let peer: PeerID
  /// What it wants.
  public let ask: StorageAsk

  /// A provider.
  public init(miner: ActorID, peer: PeerID, ask: StorageAsk) {
    self.miner = miner
    self.peer = peer
    self.ask = ask
  }
}
