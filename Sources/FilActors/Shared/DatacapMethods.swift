public import FilCore

/// The methods of the datacap token that other actors call.
public enum DatacapMethods {
  /// New tokens.
  public static let mint: MethodNumber = 116_935_346
  /// Someone's tokens.
  public static let balance: MethodNumber = 3_261_979_605
  /// Moves someone's tokens.
  public static let transferFrom: MethodNumber = 3_621_052_141
  /// Destroys the caller's tokens.
  public static let burn: MethodNumber = 1_434_719_642
}
