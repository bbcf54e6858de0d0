public import FilCore

/// What is new in a sector.
public struct SectorChanges: Hashable, Sendable {
  /// The sector.
  public var sector: SectorNumber
  /// Until when it stays at least.
  public var minimumCommitmentEpoch: ChainEpoch
  /// The pieces.
  public var added: [PieceChange]

  /// All fields.
  public init(sector: SectorNumber, minimumCommitmentEpoch: ChainEpoch, added: [PieceChange]) {
    self.sector = sector
    self.minimumCommitmentEpoch = minimumCommitmentEpoch
    self.added = added
  }
}

extension SectorChanges: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sector, minimumCommitmentEpoch, added) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sector, minimumCommitmentEpoch, added) = try decoder.tuple(
      SectorNumber.self, ChainEpoch.self, [PieceChange].self)
  }
}
