public import FilCore

/// The parameters of the market's `OnMinerSectorsTerminate`.
public struct OnMinerSectorsTerminateParams: Hashable, Sendable {
  /// When the sectors ended.
  public var epoch: ChainEpoch
  /// The sectors.
  public var sectors: BitField

  /// All fields.
  public init(epoch: ChainEpoch, sectors: BitField) {
    self.epoch = epoch
    self.sectors = sectors
  }
}

extension OnMinerSectorsTerminateParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(epoch, sectors) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (epoch, sectors) = try decoder.tuple(ChainEpoch.self, BitField.self)
  }
}
