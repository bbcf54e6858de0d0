public import FilActors
public import FilCore
public import FilVM

/// What of a network's parameters its genesis depends on.
public struct GenesisParameters: Sendable {
  /// The network's version at epoch 0.
  public var networkVersion: UInt32
  /// The network's parameters for actors.
  public var policy: Policy
  /// The codes of the built-in actors.
  public var codes: ActorCodes
  /// The chain's number among those that speak Ethereum's protocols.
  public var chainID: UInt64
  /// The first base fee in attoFIL.
  public var baseFee: TokenAmount
  /// All money that there is.
  public var totalSupply: TokenAmount
  /// What is set aside for block rewards.
  public var rewardBalance: TokenAmount
  /// The supply that the deposits of the first miners are computed with.
  public var depositSupply: TokenAmount

  /// Parameters; the amounts are those of all networks that Lotus knows.
  public init(
    networkVersion: UInt32 = 28, policy: Policy, codes: ActorCodes, chainID: UInt64,
    baseFee: TokenAmount = TokenAmount(atto: 100_000_000), totalSupply: TokenAmount = .fil(2_000_000_000),
    rewardBalance: TokenAmount = .fil(1_100_000_000), depositSupply: TokenAmount = .fil(300_000_000)
  ) {
    self.networkVersion = networkVersion
    self.policy = policy
    self.codes = codes
    self.chainID = chainID
    self.baseFee = baseFee
    self.totalSupply = totalSupply
    self.rewardBalance = rewardBalance
    self.depositSupply = depositSupply
  }
}
