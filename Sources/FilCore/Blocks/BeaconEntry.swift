/// One round of the randomness beacon.
public struct BeaconEntry: Hashable, Sendable {
  /// The round's number.
  public let round: UInt64
  /// The beacon's signature.
  public let signature: [UInt8]

  /// A round with its signature.
  public init(round: UInt64, signature: [UInt8]) {
    self.round = round
    self.signature = signature
  }
}

extension BeaconEntry: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(round, signature) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (round, signature) = try decoder.tuple(UInt64.self, [UInt8].self)
  }
}
