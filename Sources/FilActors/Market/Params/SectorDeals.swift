public import FilCore

/// The deals in a sector.
public struct SectorDeals: Hashable, Sendable {
  /// The sector.
  public var number: SectorNumber
  /// How it is sealed.
  public var sealProof: RegisteredSealProof
  /// When it expires.
  public var expiration: ChainEpoch
  /// The deals.
  public var dealIDs: [DealID]

  /// All fields.
  public init(number: SectorNumber, sealProof: RegisteredSealProof, expiration: ChainEpoch, dealIDs: [DealID]) {
    self.number = number
    self.sealProof = sealProof
    self.expiration = expiration
    self.dealIDs = dealIDs
  }
}

extension SectorDeals: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(number, sealProof, expiration, dealIDs) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (number, sealProof, expiration, dealIDs) = try decoder.tuple(
      SectorNumber.self, RegisteredSealProof.self, ChainEpoch.self, [DealID].self)
  }
}
