public import FilActors
public import FilCore

/// A sealed sector that counts from the first epoch on.
public struct GenesisSector: Hashable, Sendable {
  /// Its number.
  public var number: SectorNumber
  /// How it is sealed.
  public var sealProof: RegisteredSealProof
  /// The commitment to the replica.
  public var sealedCID: CID
  /// The commitment to the data.
  public var unsealedCID: CID
  /// A verified deal that the sector holds; its end becomes the sector's.
  public var deal: ClientDealProposal?

  /// A sector.
  public init(
    number: SectorNumber, sealProof: RegisteredSealProof, sealedCID: CID, unsealedCID: CID,
    deal: ClientDealProposal? = nil
  ) {
    self.number = number
    self.sealProof = sealProof
    self.sealedCID = sealedCID
    self.unsealedCID = unsealedCID
    self.deal = deal
  }
}
