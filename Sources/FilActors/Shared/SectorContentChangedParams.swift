public import FilCore

/// What a miner tells others of its sectors (FIP-0076); on the chain a bare list.
public struct SectorContentChangedParams: Hashable, Sendable {
  /// The sectors.
  public var sectors: [SectorChanges]

  /// All fields.
  public init(sectors: [SectorChanges]) {
    self.sectors = sectors
  }
}

extension SectorContentChangedParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { sectors.encode(to: &encoder) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    sectors = try [SectorChanges](from: &decoder)
  }
}
