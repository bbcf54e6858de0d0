public import FilCore

/// All that a genesis depends on beside the network's parameters.
public struct GenesisTemplate: Hashable, Sendable {
  /// The network's name.
  public var networkName: String
  /// When the chain begins, in seconds since 1970.
  public var timestamp: UInt64
  /// The first ticket's proof: 32 bytes of anyone's choice.
  public var ticket: [UInt8]
  /// The accounts, which get the numbers from 100 on.
  public var accounts: [GenesisAccount]
  /// Who names verifiers: f080.
  public var verifregRoot: GenesisOwner
  /// The first verifier's key: f081.
  public var firstVerifier: Address
  /// Who holds the rest of the money: f090.
  public var reserve: GenesisOwner
  /// The miners, which get the numbers from 1000 on.
  public var miners: [GenesisMiner]
  /// Whether sectors pledge what the network's estimates ask; Lotus's genesis pledges next to nothing.
  public var pledgesByEstimate: Bool

  /// A template.
  public init(
    networkName: String, timestamp: UInt64, ticket: [UInt8], accounts: [GenesisAccount], verifregRoot: GenesisOwner,
    firstVerifier: Address, reserve: GenesisOwner, miners: [GenesisMiner], pledgesByEstimate: Bool
  ) {
    self.networkName = networkName
    self.timestamp = timestamp
    self.ticket = ticket
    self.accounts = accounts
    self.verifregRoot = verifregRoot
    self.firstVerifier = firstVerifier
    self.reserve = reserve
    self.miners = miners
    self.pledgesByEstimate = pledgesByEstimate
  }
}
