public import FilCore
public import FilCrypto
public import FilMarket
public import FilRetrieval

/// A client in a local network: a node with an account.
public struct LocalClient: Sendable {
  /// The node.
  public let node: Node
  /// The account's key.
  public let address: Address
  /// The node's keys.
  public let wallet: any Wallet
  /// Makes deals with storage providers.
  public let storage: StorageClient

  /// A client of a node.
  init(node: Node, address: Address, wallet: any Wallet) {
    self.node = node
    self.address = address
    self.wallet = wallet
    storage = StorageClient(
      address, chain: node, wallet: wallet, host: node.host, transfers: node.transfers, environment: node.environment)
  }

  /// Fetches what providers store.
  public var retrieval: GatewayClient { GatewayClient(host: node.host, clock: node.environment.clock) }

  /// Makes an archive of a file, ready for a deal.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The archive with its root and its commitment.
  /// - Throws: An error if it cannot be made.
  public func importFile(_ bytes: [UInt8]) async throws -> DealFile {
    try await node.environment.work.run("archive of \(bytes.count) bytes") { () throws in try DealFile(bytes) }
  }
}
