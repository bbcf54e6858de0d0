public import FilCore
public import FilMarket
internal import FilNet

/// A storage miner in a local network: a node that mines, and provides storage.
public struct LocalStorageMiner: Sendable {
  /// The node.
  public let node: Node
  /// What mines.
  public let miner: NodeMiner
  /// What takes deals.
  public let provider: StorageProvider

  /// The miner's number.
  public var id: ActorID { miner.id }
  /// The miner, as clients know it.
  public var endpoint: ProviderEndpoint {
    ProviderEndpoint(miner: miner.id, peer: node.host.id, ask: provider.ask)
  }
}

extension LocalNetwork {
  /// The storage miners, in the order of their numbers.
  public var storageMiners: [LocalStorageMiner] {
    nodes.flatMap { node in
      zip(node.miners, node.storageProviders).map { LocalStorageMiner(node: node, miner: $0, provider: $1) }
    }
  }
}

extension StorageClient {
  /// Payment begins so many epochs after a proposal in a local network; sealing takes about ten.
  private static var startDelay: ChainEpoch { 40 }

  /// Proposes a deal to a storage miner of a local network; see `propose(_:to:startingAfter:duration:pricePerEpoch:)`.
  ///
  /// - Parameters:
  ///   - file: The data.
  ///   - miner: The storage miner.
  ///   - duration: For how long; rounded down to epochs.
  /// - Returns: The deal.
  /// - Throws: `DealError` with the reason, `SendError` if the account cannot pay, or an error if the chain or the
  ///   provider cannot be reached.
  public func propose(
    _ file: DealFile, to miner: LocalStorageMiner, duration: Duration
  ) async throws -> StorageDeal {
    try await propose(file, to: miner.endpoint, startingAfter: Self.startDelay, duration: duration)
  }
}
