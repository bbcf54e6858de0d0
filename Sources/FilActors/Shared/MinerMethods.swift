public import FilCore

/// The methods of miners that other actors call.
public enum MinerMethods {
  /// Owner, worker and control addresses.
  public static let controlAddresses: MethodNumber = 2
  /// The miner's own events.
  public static let onDeferredCronEvent: MethodNumber = 12
  /// The reward of a block.
  public static let applyRewards: MethodNumber = 14
  /// Whether an address is the owner's, the worker's or a control address.
  public static let isControllingAddress: MethodNumber = 348_244_887
}
