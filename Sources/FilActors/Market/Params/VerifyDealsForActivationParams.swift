public import FilCore

/// The parameters of the market's `VerifyDealsForActivation`.
public struct VerifyDealsForActivationParams: Hashable, Sendable {
  /// The sectors.
  public var sectors: [SectorDeals]

  /// All fields.
  public init(sectors: [SectorDeals]) {
    self.sectors = sectors
  }
}

extension VerifyDealsForActivationParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sectors) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    sectors = try decoder.tuple([SectorDeals].self)
  }
}
