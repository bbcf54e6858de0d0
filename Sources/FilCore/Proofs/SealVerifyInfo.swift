/// What the verification of one seal needs: the public inputs of the proof of replication, and the proof.
public struct SealVerifyInfo: Hashable, Sendable {
  /// How the sector is sealed.
  public let type: RegisteredSealProof
  /// Which sector it is.
  public let sector: SectorID
  /// The ticket that the replica was made with.
  public let randomness: Bytes32
  /// The randomness that the challenges are drawn from.
  public let interactiveRandomness: Bytes32
  /// The proof.
  public let proof: [UInt8]
  /// The commitment to the replica: CommR.
  public let sealedCID: CID
  /// The commitment to the data: CommD.
  public let unsealedCID: CID

  /// The inputs of one verification.
  public init(
    type: RegisteredSealProof, sector: SectorID, randomness: Bytes32, interactiveRandomness: Bytes32,
    proof: [UInt8], sealedCID: CID, unsealedCID: CID
  ) {
    self.type = type
    self.sector = sector
    self.randomness = randomness
    self.interactiveRandomness = interactiveRandomness
    self.proof = proof
    self.sealedCID = sealedCID
    self.unsealedCID = unsealedCID
  }
}
