public import FilCore

/// The actors that exist once on every network.
public enum SingletonActors {
  /// The system itself.
  public static let system: ActorID = 0
  /// Gives actors their numbers.
  public static let `init`: ActorID = 1
  /// Pays for blocks.
  public static let reward: ActorID = 2
  /// Runs at the end of each epoch.
  public static let cron: ActorID = 3
  /// Keeps the miners' power.
  public static let power: ActorID = 4
  /// The market for storage.
  public static let market: ActorID = 5
  /// Says who may store verified data.
  public static let verifreg: ActorID = 6
  /// The token for verified data.
  public static let datacap: ActorID = 7
  /// Creates contracts of the Ethereum machine.
  public static let eam: ActorID = 10
  /// The account of the chain's reserve.
  public static let reserve: ActorID = 90
  /// The account that burnt money goes to.
  public static let burntFunds: ActorID = 99
  /// The first number that the init actor gives to others.
  public static let firstNonSingleton: ActorID = 100
}

extension Address {
  /// The system itself.
  public static let systemActor = Address(id: SingletonActors.system)
  /// Gives actors their numbers.
  public static let initActor = Address(id: SingletonActors.`init`)
  /// Pays for blocks.
  public static let rewardActor = Address(id: SingletonActors.reward)
  /// Runs at the end of each epoch.
  public static let cronActor = Address(id: SingletonActors.cron)
  /// Keeps the miners' power.
  public static let powerActor = Address(id: SingletonActors.power)
  /// The market for storage.
  public static let marketActor = Address(id: SingletonActors.market)
  /// Says who may store verified data.
  public static let verifregActor = Address(id: SingletonActors.verifreg)
  /// The token for verified data.
  public static let datacapActor = Address(id: SingletonActors.datacap)
  /// The account that burnt money goes to.
  public static let burntFundsActor = Address(id: SingletonActors.burntFunds)
}
