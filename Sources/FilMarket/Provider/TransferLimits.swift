/// How many transfers of data go on beside each other.
public struct TransferLimits: Hashable, Sendable {
  /// The most in all.
  public var total: Int
  /// The most from one client, so that none takes all places.
  public var perClient: Int

  /// Limits.
  ///
  /// - Parameters:
  ///   - total: The most in all.
  ///   - perClient: The most from one client.
  public init(total: Int = 32, perClient: Int = 4) {
    self.total = total
    self.perClient = perClient
  }
}
