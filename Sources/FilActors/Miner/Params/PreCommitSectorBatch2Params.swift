public import FilCore

/// The parameters of a miner's `PreCommitSectorBatch2`.
public struct PreCommitSectorBatch2Params: Hashable, Sendable {
  /// The sectors.
  public var sectors: [SectorPreCommitInfo]

  /// All fields.
  public init(sectors: [SectorPreCommitInfo]) {
    self.sectors = sectors
  }
}

extension PreCommitSectorBatch2Params: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sectors) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    sectors = try decoder.tuple([SectorPreCommitInfo].self)
  }
}
