public import FilCore

/// The methods of the registry of verified data that other actors call.
public enum VerifregMethods {
  /// Claims of allocations by sectors.
  public static let claimAllocations: MethodNumber = 9
}
