public import FilCore

/// A piece of verified data in a sector.
public struct Claim: Hashable, Sendable {
  /// The provider.
  public var provider: ActorID
  /// The client.
  public var client: ActorID
  /// The piece's commitment.
  public var data: CID
  /// The piece's padded size in bytes.
  public var size: UInt64
  /// How long it must be stored.
  public var termMin: ChainEpoch
  /// How long it counts at most.
  public var termMax: ChainEpoch
  /// When it was claimed.
  public var termStart: ChainEpoch
  /// The sector.
  public var sector: SectorNumber

  /// All fields.
  public init(
    provider: ActorID, client: ActorID, data: CID, size: UInt64, termMin: ChainEpoch, termMax: ChainEpoch,
    termStart: ChainEpoch, sector: SectorNumber
  ) {
    self.provider = provider
    self.client = client
    self.data = data
    self.size = size
    self.termMin = termMin
    self.termMax = termMax
    self.termStart = termStart
    self.sector = sector
  }
}

extension Claim: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(provider, client, data, size, termMin, termMax, termStart, sector)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (provider, client, data, size, termMin, termMax, termStart, sector) = try decoder.tuple(
      ActorID.self, ActorID.self, CID.self, UInt64.self, ChainEpoch.self, ChainEpoch.self, ChainEpoch.self,
      SectorNumber.self)
  }
}
