internal import FilActors
public import FilNet

/// A deal that a provider has accepted.
public struct StorageDeal: Sendable {
  /// What the client proposed.
  public let params: DealParams
  /// The provider.
  public let provider: PeerID
  private let client: StorageClient
  private let token: TransferToken?

  init(_ params: DealParams, provider: PeerID, client: StorageClient, token: TransferToken?) {
    self.params = params
    self.provider = provider
    self.client = client
    self.token = token
  }

  /// The number that the client gave the deal.
  public var uuid: DealUUID { params.uuid }

  /// Asks the provider how far it is.
  ///
  /// - Returns: The status.
  /// - Throws: `DealError` with `noStatus` and the provider's words if it does not say; an error if it cannot be reached.
  public func status() async throws -> DealStatus {
    let answer = try await client.status(of: uuid, from: provider)
    guard let status = answer.status else { throw DealError(.noStatus, answer.error) }
    return status
  }

  /// Whether the deal is active on the client's own chain: the provider has proven the data.
  ///
  /// - Returns: Whether it is.
  /// - Throws: `DealError` with `failed` and the provider's reason if it gave up; an error if it cannot be reached.
  public func isActive() async throws -> Bool {
    let status = try await status()
    guard status.error.isEmpty else {
      client.promised.end(uuid)
      throw DealError(.failed, status.error)
    }
    // Deals are numbered from 0, and 0 stands for none too: what counts is the deal's state, and whose it is.
    guard status.publishCID != nil, try client.isActive(status.chainDealID, as: params.proposal.proposal) else {
      return false
    }
    client.promised.end(uuid)
    return true
  }

  /// The condition that the deal is active, for whoever waits for conditions.
  public var becomesActive: @Sendable () async throws -> Bool { { try await isActive() } }

  /// Gives the data to the provider no more, and forgets it.
  public func withdrawData() {
    if let token { client.withdraw(token) }
  }
}
