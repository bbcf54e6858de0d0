public import FilCore

/// A wish to set datacap aside for a piece.
public struct AllocationRequest: Hashable, Sendable {
  /// Who may claim it.
  public var provider: ActorID
  /// The piece's commitment.
  public var data: CID
  /// The piece's padded size in bytes.
  public var size: UInt64
  /// How long the piece must be stored.
  public var termMin: ChainEpoch
  /// How long it counts at most.
  public var termMax: ChainEpoch
  /// Until when it may be claimed.
  public var expiration: ChainEpoch

  /// All fields.
  public init(
    provider: ActorID, data: CID, size: UInt64, termMin: ChainEpoch, termMax: ChainEpoch, expiration: ChainEpoch
  ) {
    self.provider = provider
    self.data = data
    self.size = size
    self.termMin = termMin
    self.termMax = termMax
    self.expiration = expiration
  }
}

extension AllocationRequest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(provider, data, size, termMin, termMax, expiration)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (provider, data, size, termMin, termMax, expiration) = try decoder.tuple(
      ActorID.self, CID.self, UInt64.self, ChainEpoch.self, ChainEpoch.self, ChainEpoch.self)
  }
}
