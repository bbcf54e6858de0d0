public import FilCore

extension ProofScheme {
  // What all schemes answer alike.

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func winningPoStSectors(
    type: RegisteredPoStProof, prover: ActorID, randomness: Bytes32, eligible: UInt64
  ) throws(ProofVerifierError) -> [UInt64] {
    guard type.purpose == .winning else { throw ProofVerifierError("\(type) is no proof for an election") }
    var randomness = randomness
    randomness[31] &= 0x3f
    guard
      let sectors = PoStChallenges.winningSectors(
        prover: ProverID.of(prover), randomness: randomness, eligible: eligible)
    else { throw ProofVerifierError("no eligible sectors") }
    return sectors
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func unsealedSectorCID(
    type: RegisteredSealProof, pieces: [PieceInfo]
  ) throws(ProofVerifierError) -> CID {
    guard let size = type.sectorSize else { throw ProofVerifierError("\(type) does not exist") }
    do {
      var commitments: [PieceCommitment] = []
      for piece in pieces { commitments.append(try PieceCommitment(piece)) }
      return CID(unsealedCommitment: try DataCommitment.ofSector(pieces: commitments, sectorSize: size.rawValue))
    } catch {
      throw ProofVerifierError("\(error)")
    }
  }
}
