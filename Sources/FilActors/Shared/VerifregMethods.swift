internal import FilCore

/// The methods of the registry of verified data that other actors call.
enum VerifregMethods {
  /// Claims of allocations by sectors.
  static let claimAllocations: MethodNumber = 9
}
