public import FilCore

/// Datacap that a client has set aside for a piece.
public struct Allocation: Hashable, Sendable {
  /// The client.
  public var client: ActorID
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
    client: ActorID, provider: ActorID, data: CID, size: UInt64, termMin: ChainEpoch, termMax: ChainEpoch,
    expiration: ChainEpoch
  ) {
    self.client = client
    self.provider = provider
    self.data = data
    self.size = size
    self.termMin = termMin
    self.termMax = termMax
    self.expiration = expiration
  }
}

extension Allocation: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(client, provider, data, size, termMin, termMax, expiration)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (client, provider, data, size, termMin, termMax, expiration) = try decoder.tuple(
      ActorID.self, ActorID.self, CID.self, UInt64.self, ChainEpoch.self, ChainEpoch.self, ChainEpoch.self)
  }
}
