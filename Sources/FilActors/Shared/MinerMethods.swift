internal import FilCore

/// The methods of miners that other actors call.
enum MinerMethods {
  /// Owner, worker and control addresses.
  static let controlAddresses: MethodNumber = 2
  /// The miner's own events.
  static let onDeferredCronEvent: MethodNumber = 12
  /// The reward of a block.
  static let applyRewards: MethodNumber = 14
  /// Whether an address is the owner's, the worker's or a control address.
  static let isControllingAddress: MethodNumber = 348_244_887
}
