public import FilCore

/// What the market's `VerifyDealsForActivation` returns.
public struct VerifyDealsForActivationReturn: Hashable, Sendable {
  /// The commitment to each sector's data; null for one without deals.
  public var unsealedCIDs: [CID?]

  /// All fields.
  public init(unsealedCIDs: [CID?]) {
    self.unsealedCIDs = unsealedCIDs
  }
}

extension VerifyDealsForActivationReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(unsealedCIDs) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    unsealedCIDs = try decoder.tuple([CID?].self)
  }
}
