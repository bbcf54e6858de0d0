public import FilCore
public import FilCrypto

/// Where beacon entries come from.
public protocol BeaconSource: Sendable {
  /// The entry of a round; `nil` if the beacon has not made it yet.
  func entry(of round: UInt64) -> BeaconEntry?
}

extension LocalBeacon: BeaconSource {
  /// The entry of a round, which this beacon can always make.
  public func entry(of round: UInt64) -> BeaconEntry? { entry(round: round) }
}
