public import FilCore
public import FilCrypto
public import FilMarket

/// A client in a local network: a node with an account.
public struct LocalClient: Sendable {
  /// The node.
  public let node: Node
  /// The account's key.
  public let address: Address
  /// The node's keys.
  public let wallet: any Wallet

  /// Makes deals with storage providers.
  public var storage: StorageClient {
    StorageClient(chain: node, wallet: wallet, host: node.host, environment: node.environment)
  }
}
