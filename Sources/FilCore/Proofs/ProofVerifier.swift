/// The verification of proofs of storage, as the machine and the chain ask for it.
///
/// FilProofs implements it once for each proof scheme; a node injects the one that its network uses.
public protocol ProofVerifier: Sendable {
  /// Whether a seal's proof holds.
  ///
  /// - Throws: `ProofVerifierError` if the inputs are no inputs of such a proof.
  func verifySeal(_ info: SealVerifyInfo) throws(ProofVerifierError) -> Bool

  /// Whether the proof that an election asks for holds.
  ///
  /// - Throws: `ProofVerifierError` if the inputs are no inputs of such a proof.
  func verifyWinningPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool

  /// Whether the proof for a deadline's partitions holds.
  ///
  /// - Throws: `ProofVerifierError` if the inputs are no inputs of such a proof.
  func verifyWindowPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool

  /// Which of a miner's sectors an election challenges: positions in the list of its `eligible` sectors.
  ///
  /// - Throws: `ProofVerifierError` if the inputs are no inputs of such a proof.
  func winningPoStSectors(
    type: RegisteredPoStProof, prover: ActorID, randomness: Bytes32, eligible: UInt64
  ) throws(ProofVerifierError) -> [UInt64]

  /// The commitment to a sector's data (CommD) from its pieces in order; no pieces are a sector of zeros.
  ///
  /// - Throws: `ProofVerifierError` if the pieces do not fit the sector or one is no piece.
  func unsealedSectorCID(
    type: RegisteredSealProof, pieces: [PieceInfo]
  ) throws(ProofVerifierError) -> CID
}
