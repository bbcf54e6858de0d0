internal import FilActors
public import FilCore
public import FilVM

/// The money that is in circulation, as the virtual machine counts it for pledges and fees.
///
/// The rules are those since network version 23: locked is what miners pledge, and nothing else.
public struct CirculatingSupply: Hashable, Sendable {
  /// What has become free of the first grants.
  public let vested: TokenAmount
  /// What miners were paid for blocks.
  public let mined: TokenAmount
  /// What was burnt.
  public let burnt: TokenAmount
  /// What is locked.
  public let locked: TokenAmount
  /// What has left the reserve; negative if money has come to it.
  public let reserveDisbursed: TokenAmount

  /// The supply at an epoch.
  ///
  /// - Parameters:
  ///   - epoch: The epoch.
  ///   - tree: The state that its messages are executed on.
  ///   - parameters: The network.
  /// - Throws: `VMError` if the state cannot be read.
  public init<Store: Blockstore>(
    at epoch: ChainEpoch, in tree: StateTree<Store>, _ parameters: NetworkParameters
  ) throws(VMError) {
    vested = VestingSchedule(liftoff: parameters.upgrades[.liftoff]).vested(at: epoch)
    mined = try tree.state(RewardState.self, of: SingletonActors.reward).totalStoragePowerReward
    burnt = try tree.require(SingletonActors.burntFunds).balance
    locked = try tree.state(PowerState.self, of: SingletonActors.power).totalPledgeCollateral
    reserveDisbursed = parameters.initialReserve - (try tree.require(SingletonActors.reserve).balance)
  }

  /// The supply: never below zero.
  public var circulating: TokenAmount { max(.zero, vested + mined + reserveDisbursed - burnt - locked) }
}
