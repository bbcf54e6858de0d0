public import FilCore

/// The public inputs of a proof of replication.
public struct SealProofRequest: Hashable, Sendable {
  /// How the sector is sealed.
  public let type: RegisteredSealProof
  /// Which sector it is.
  public let sector: SectorID
  /// The ticket that the replica was made with.
  public let ticket: Bytes32
  /// The randomness that the challenges are drawn from.
  public let seed: Bytes32
  /// The commitment to the replica.
  public let sealedCID: CID
  /// The commitment to the data.
  public let unsealedCID: CID

  /// The inputs of one proof.
  public init(
    type: RegisteredSealProof, sector: SectorID, ticket: Bytes32, seed: Bytes32, sealedCID: CID, unsealedCID: CID
  ) {
    self.type = type
    self.sector = sector
    self.ticket = ticket
    self.seed = seed
    self.sealedCID = sealedCID
    self.unsealedCID = unsealedCID
  }

  /// The inputs of the verification of a proof of this request.
  public func verifyInfo(proof: [UInt8]) -> SealVerifyInfo {
    SealVerifyInfo(
      type: type, sector: sector, randomness: ticket, interactiveRandomness: seed, proof: proof,
      sealedCID: sealedCID, unsealedCID: unsealedCID)
  }
}
