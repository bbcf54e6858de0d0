/// The built-in actors, by the numbers that the machine gives their types.
public enum ActorType: Int32, Hashable, Sendable, CaseIterable {
  /// The account of the system itself, f00.
  case system = 1
  /// Gives actors their numbers, f01.
  case `init` = 2
  /// Runs at the end of each epoch, f03.
  case cron = 3
  /// Someone's account.
  case account = 4
  /// Keeps the miners' power, f04.
  case power = 5
  /// A storage miner.
  case miner = 6
  /// The market for storage, f05.
  case market = 7
  /// A payment channel.
  case paych = 8
  /// A wallet with several signers.
  case multisig = 9
  /// Pays for blocks, f02.
  case reward = 10
  /// Says who may store verified data, f06.
  case verifreg = 11
  /// The token for verified data, f07.
  case datacap = 12
  /// An address that something may be created at.
  case placeholder = 13
  /// A contract of the Ethereum machine.
  case evm = 14
  /// Creates contracts and their addresses, f010.
  case eam = 15
  /// An account with an Ethereum key.
  case ethAccount = 16

  /// The name in the actors' manifest.
  public var name: String {
    switch self {
    case .market: "storagemarket"
    case .miner: "storageminer"
    case .paych: "paymentchannel"
    case .power: "storagepower"
    case .verifreg: "verifiedregistry"
    case .ethAccount: "ethaccount"
    default: "\(self)"
    }
  }
}
