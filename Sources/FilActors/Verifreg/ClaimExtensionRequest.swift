public import FilCore

/// A wish to have a claim count longer.
public struct ClaimExtensionRequest: Hashable, Sendable {
  /// The provider.
  public var provider: ActorID
  /// The claim's number.
  public var claim: UInt64
  /// How long it is to count.
  public var termMax: ChainEpoch

  /// All fields.
  public init(provider: ActorID, claim: UInt64, termMax: ChainEpoch) {
    self.provider = provider
    self.claim = claim
    self.termMax = termMax
  }
}

extension ClaimExtensionRequest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(provider, claim, termMax) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (provider, claim, termMax) = try decoder.tuple(ActorID.self, UInt64.self, ChainEpoch.self)
  }
}
