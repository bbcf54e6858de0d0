public import FilCore

/// The parameters of the power actor's `EnrollCronEvent`.
public struct EnrollCronEventParams: Hashable, Sendable {
  /// When the miner is called.
  public var epoch: ChainEpoch
  /// What it is called with.
  public var payload: [UInt8]

  /// All fields.
  public init(epoch: ChainEpoch, payload: [UInt8]) {
    self.epoch = epoch
    self.payload = payload
  }
}

extension EnrollCronEventParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(epoch, payload) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (epoch, payload) = try decoder.tuple(ChainEpoch.self, [UInt8].self)
  }
}
