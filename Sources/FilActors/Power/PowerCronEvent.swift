public import FilCore

/// What a miner has enrolled for an epoch.
public struct PowerCronEvent: Hashable, Sendable {
  /// The miner.
  public var miner: Address
  /// What it is called with.
  public var payload: [UInt8]

  /// All fields.
  public init(miner: Address, payload: [UInt8]) {
    self.miner = miner
    self.payload = payload
  }
}

extension PowerCronEvent: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(miner, payload) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (miner, payload) = try decoder.tuple(Address.self, [UInt8].self)
  }
}
