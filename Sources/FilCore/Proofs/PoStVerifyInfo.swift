/// What the verification of a proof of spacetime needs: its public inputs and the proofs.
public struct PoStVerifyInfo: Hashable, Sendable {
  /// The randomness that the challenges are drawn from; the verifier clears the two top bits of its last byte.
  public let randomness: Bytes32
  /// The proofs: one, unless a reader of other software's data meets more.
  public let proofs: [PoStProof]
  /// The sectors that the proof covers, in the prover's order.
  public let sectors: [PoStSector]
  /// The miner's number.
  public let prover: ActorID

  /// The inputs of one verification.
  public init(randomness: Bytes32, proofs: [PoStProof], sectors: [PoStSector], prover: ActorID) {
    self.randomness = randomness
    self.proofs = proofs
    self.sectors = sectors
    self.prover = prover
  }
}
