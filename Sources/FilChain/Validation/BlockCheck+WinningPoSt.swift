internal import FilActors
internal import FilCore
internal import FilCrypto
internal import FilVM

extension BlockCheck {
  func checkWinningPoSt() throws(BlockFailure) {
    guard let proofs else { return }
    guard let prover = header.miner.id else { throw refusal(.winningPoSt, "miner \(header.miner)") }
    let seed = round.winningPoStSeed(beacon, header.miner)
    let sectors = try challenged(seed, proofs)
    try require(!sectors.isEmpty, .winningPoSt, "\(header.miner) has no sectors to prove")
    let info = PoStVerifyInfo(
      randomness: seed, proofs: header.winningPoStProof, sectors: sectors, prover: prover)
    let holds: Bool
    do {
      holds = try proofs.verifyWinningPoSt(info)
    } catch {
      throw refusal(.winningPoSt, "\(error)")
    }
    try require(holds, .winningPoSt, "the proof does not hold")
  }

  private func challenged(
    _ seed: Bytes32, _ proofs: any ProofVerifier
  ) throws(BlockFailure) -> [PoStSector] {
    do {
      return try round.challengedSectors(of: header.miner, seed: seed, proofs)
    } catch {
      switch error {
      case .chain(let error): throw .undecided(error)
      case .proofs(let error): throw refusal(.winningPoSt, "\(error)")
      }
    }
  }
}
