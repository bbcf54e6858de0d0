public import FilCore

/// A sector that is sealed and to be proven.
public struct SectorPreCommitInfo: Hashable, Sendable {
  /// How it was sealed.
  public var sealProof: RegisteredSealProof
  /// Its number.
  public var number: SectorNumber
  /// The commitment to the replica: CommR.
  public var sealedCID: CID
  /// The epoch of the ticket.
  public var sealRandEpoch: ChainEpoch
  /// Deals in the sector; none since network version 22.
  public var dealIDs: [DealID]
  /// When the sector expires.
  public var expiration: ChainEpoch
  /// The commitment to the data, CommD; null for a sector of zeros.
  public var unsealedCID: CID?

  /// All fields.
  public init(
    sealProof: RegisteredSealProof, number: SectorNumber, sealedCID: CID, sealRandEpoch: ChainEpoch,
    dealIDs: [DealID], expiration: ChainEpoch, unsealedCID: CID?
  ) {
    self.sealProof = sealProof
    self.number = number
    self.sealedCID = sealedCID
    self.sealRandEpoch = sealRandEpoch
    self.dealIDs = dealIDs
    self.expiration = expiration
    self.unsealedCID = unsealedCID
  }
}

extension SectorPreCommitInfo: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(sealProof, number, sealedCID, sealRandEpoch, dealIDs, expiration, unsealedCID)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sealProof, number, sealedCID, sealRandEpoch, dealIDs, expiration, unsealedCID) = try decoder.tuple(
      RegisteredSealProof.self, SectorNumber.self, CID.self, ChainEpoch.self, [DealID].self, ChainEpoch.self,
      CID?.self)
  }
}
