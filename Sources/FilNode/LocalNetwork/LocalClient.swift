public import FilCore
public import FilCrypto
public import FilMarket
internal import FilNet
public import FilRetrieval

/// A client in a local network: a node with an account.
public struct LocalClient: Sendable {
  /// The node.
  public let node: Node
  /// The account's key.
  public let address: Address
  /// The node's keys.
  public let wallet: any Wallet

  /// Has the node give data to the provider of a deal.
  ///
  /// - Parameter data: The data, an archive.
  /// - Returns: How the provider gets it, for the proposal.
  public func offer(_ data: [UInt8]) -> DealTransfer {
    let name = CID(codec: .raw, hash: .sha256, digest: SHA256.hash(data))
    let content = PieceContent(name, count: UInt64(data.count), from: MemoryPieceSource([name: data]))
    let source = TransferSource(peer: node.host.id)
    return node.transfers.offer(content, from: source, node.environment.random).transfer
  }

  /// Fetches what providers store.
  public var retrieval: GatewayClient { GatewayClient(host: node.host, clock: node.environment.clock) }

  /// Makes deals with storage providers.
  public var storage: StorageClient {
    StorageClient(chain: node, wallet: wallet, host: node.host, environment: node.environment)
  }
}
