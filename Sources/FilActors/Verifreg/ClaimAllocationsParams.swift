public import FilCore

/// The parameters of the registry's `ClaimAllocations`.
public struct ClaimAllocationsParams: Hashable, Sendable {
  /// The sectors.
  public var sectors: [SectorAllocationClaims]
  /// Whether all fails if a sector does.
  public var allOrNothing: Bool

  /// All fields.
  public init(sectors: [SectorAllocationClaims], allOrNothing: Bool) {
    self.sectors = sectors
    self.allOrNothing = allOrNothing
  }
}

extension ClaimAllocationsParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sectors, allOrNothing) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sectors, allOrNothing) = try decoder.tuple([SectorAllocationClaims].self, Bool.self)
  }
}
