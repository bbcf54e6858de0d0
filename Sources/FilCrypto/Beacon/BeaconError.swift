/// Why a beacon entry is not accepted.
public enum BeaconError: Error, Hashable, Sendable {
  /// The signature's bytes are no point of the group.
  case malformedSignature(round: UInt64)
  /// The signature is not that of the round.
  case invalidSignature(round: UInt64)
  /// A chained entry does not follow the one before it.
  case outOfOrder(round: UInt64)
}
