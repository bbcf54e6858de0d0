internal import FilActors
internal import FilCore
internal import FilCrypto
internal import FilVM

extension BlockCheck {
  func checkWinningPoSt() throws(BlockFailure) {
    guard let proofs else { return }
    guard let prover = header.miner.id else { throw refusal(.winningPoSt, "miner \(header.miner)") }
    let seed = Election.winningPoStSeed(beacon: beacon.signature, round: header.height, miner: header.miner)
    do {
      let info = PoStVerifyInfo(
        randomness: seed, proofs: header.winningPoStProof, sectors: try challenged(prover, seed, proofs),
        prover: prover)
      let holds = try accept { () throws(ProofVerifierError) in try proofs.verifyWinningPoSt(info) }
      try require(holds, .winningPoSt, "the proof does not hold")
    }
  }

  /// The sectors that the seed draws among those that counted at the lookback, by rising numbers.
  private func challenged(
    _ prover: ActorID, _ seed: Bytes32, _ proofs: any ProofVerifier
  ) throws(BlockFailure) -> [PoStSector] {
    let state = try state(lookback.stateRoot)
    let miner = try decide { () throws(ChainError) in try state.miner(header.miner) }
    guard let miner else { throw refusal(.winningPoSt, "no miner \(header.miner) at the lookback") }
    let active = try decide { () throws(ChainError) in try state.activeSectors(of: miner) }
    let info = try decide { () throws(ChainError) in try state.info(of: miner) }
    guard let size = info.windowPoStProofType.sectorSize, !active.isEmpty else {
      throw refusal(.winningPoSt, "\(header.miner) has no sectors to prove")
    }
    let positions = try accept { () throws(ProofVerifierError) in
      try proofs.winningPoStSectors(
        type: RegisteredPoStProof(.winning, size), prover: prover, randomness: seed, eligible: active.count)
    }
    var sectors: [PoStSector] = []
    for position in Set(positions).sorted() {
      guard let number = active.slice(from: position, count: 1)?.first else {
        throw refusal(.winningPoSt, "no sector at position \(position)")
      }
      sectors.append(try sector(number, of: miner, in: state))
    }
    return sectors
  }

  private func sector(
    _ number: SectorNumber, of miner: MinerState, in state: StateView<Blocks>
  ) throws(BlockFailure) -> PoStSector {
    let sector = try decide { () throws(ChainError) in
      try chainResult(.state, "sector \(number)") { () throws(ActorError) in
        try miner.sector(number, in: state.tree.store)
      }
    }
    guard let sector else { throw .undecided(ChainError(.state, "no sector \(number)")) }
    return PoStSector(sealProof: sector.sealProof, number: number, sealedCID: sector.sealedCID)
  }

  private func accept<Value>(_ body: () throws(ProofVerifierError) -> Value) throws(BlockFailure) -> Value {
    do {
      return try body()
    } catch {
      throw refusal(.winningPoSt, "\(error)")
    }
  }
}
