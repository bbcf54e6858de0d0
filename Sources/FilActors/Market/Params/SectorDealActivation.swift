public import FilCore

/// The deals of a sector that were activated.
public struct SectorDealActivation: Hashable, Sendable {
  /// The deals.
  public var activated: [ActivatedDeal]
  /// The commitment to the sector's data, if it was wanted and there are deals.
  public var unsealedCID: CID?

  /// All fields.
  public init(activated: [ActivatedDeal], unsealedCID: CID?) {
    self.activated = activated
    self.unsealedCID = unsealedCID
  }
}

extension SectorDealActivation: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(activated, unsealedCID) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (activated, unsealedCID) = try decoder.tuple([ActivatedDeal].self, CID?.self)
  }
}
