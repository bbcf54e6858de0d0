internal import FilCore

/// The methods of the power actor that other actors call.
enum PowerMethods {
  /// How a miner's power changes.
  static let updateClaimedPower: MethodNumber = 3
  /// What a miner wants to do at an epoch.
  static let enrollCronEvent: MethodNumber = 4
  /// How pledges change.
  static let updatePledgeTotal: MethodNumber = 6
  /// The network's power.
  static let currentTotalPower: MethodNumber = 9
}
