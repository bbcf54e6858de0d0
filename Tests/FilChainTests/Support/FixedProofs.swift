import FilCore

/// A verifier that accepts one winning PoSt only.
struct FixedProofs: ProofVerifier {
  /// The challenge that is accepted.
  let accepted: PoStVerifyInfo?
  /// The positions that it draws.
  var positions: [UInt64] = [0]

  func verifyWinningPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool { info == accepted }

  func winningPoStSectors(
    type: RegisteredPoStProof, prover: ActorID, randomness: Bytes32, eligible: UInt64
  ) throws(ProofVerifierError) -> [UInt64] {
    guard type == RegisteredPoStProof(.winning, .kib2), eligible > 0 else { throw ProofVerifierError("\(type)") }
    return positions
  }

  func verifySeal(_ info: SealVerifyInfo) throws(ProofVerifierError) -> Bool { false }
  func verifyWindowPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool { false }
  func unsealedSectorCID(type: RegisteredSealProof, pieces: [PieceInfo]) throws(ProofVerifierError) -> CID {
    throw ProofVerifierError("not asked for")
  }
}
