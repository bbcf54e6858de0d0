public import FilActors
public import FilCore

/// What a provider knows of the chain when it judges a proposal.
public struct ProviderView: Sendable {
  /// The provider's ID address.
  public let provider: Address
  /// The epoch of the head.
  public let epoch: ChainEpoch
  /// The network's parameters for actors.
  public let policy: Policy
  /// The least collateral that the chain asks of the provider.
  public let minProviderCollateral: TokenAmount
  /// What the client has in escrow that is not locked.
  public let clientFunds: TokenAmount
  /// The client's datacap in bytes; `nil` if it has none.
  public let clientDatacap: BigInt?
  /// The key that signs for the client; `nil` if there is no such account.
  public let clientKey: Address?

  /// A view.
  public init(
    provider: Address, epoch: ChainEpoch, policy: Policy, minProviderCollateral: TokenAmount,
    clientFunds: TokenAmount, clientDatacap: BigInt?, clientKey: Address?
  ) {
    self.provider = provider
    self.epoch = epoch
    self.policy = policy
    self.minProviderCollateral = minProviderCollateral
    self.clientFunds = clientFunds
    self.clientDatacap = clientDatacap
    self.clientKey = clientKey
  }
}
