public import FilCore

/// The claims of a sector.
public struct SectorAllocationClaims: Hashable, Sendable {
  /// The sector.
  public var sector: SectorNumber
  /// When it expires.
  public var expiry: ChainEpoch
  /// The claims.
  public var claims: [AllocationClaim]

  /// All fields.
  public init(sector: SectorNumber, expiry: ChainEpoch, claims: [AllocationClaim]) {
    self.sector = sector
    self.expiry = expiry
    self.claims = claims
  }
}

extension SectorAllocationClaims: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sector, expiry, claims) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sector, expiry, claims) = try decoder.tuple(SectorNumber.self, ChainEpoch.self, [AllocationClaim].self)
  }
}
