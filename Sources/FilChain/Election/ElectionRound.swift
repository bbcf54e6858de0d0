internal import FilActors
internal import FilCore
internal import FilCrypto
internal import FilVM

/// The election of an epoch on top of a tipset: who may take part, and what it draws.
struct ElectionRound<Blocks: Blockstore> {
  /// The epoch.
  let epoch: ChainEpoch
  /// The tipset that the epoch's blocks build on.
  let parents: Tipset
  /// What its messages came to.
  let outcome: TipsetOutcome
  /// Where power, worker keys and sectors are looked up.
  let lookback: Lookback
  /// The newest beacon entry of the chain up to the parents.
  let previousBeacon: BeaconEntry
  let chain: ChainStore<Blocks>
  let parameters: NetworkParameters

  init(
    _ epoch: ChainEpoch, parents: Tipset, outcome: TipsetOutcome, chain: ChainStore<Blocks>,
    _ parameters: NetworkParameters
  ) throws(ChainError) {
    (self.epoch, self.parents, self.outcome) = (epoch, parents, outcome)
    (self.chain, self.parameters) = (chain, parameters)
    lookback = try chain.lookback(for: epoch, parents: parents, outcome: outcome, parameters)
    previousBeacon = try chain.latestBeaconEntry(at: parents)
  }

  func state(_ root: CID) throws(ChainError) -> StateView<Blocks> { try StateView(root: root, store: chain.blocks) }

  // MARK: Beacon

  /// The rounds whose entries the epoch's blocks carry: one for each epoch since the parents, none if the beacon made
  /// no new one.
  var beaconRounds: [UInt64] {
    let beacon = parameters.beacons.chain(at: epoch)
    guard round(of: epoch, beacon) != previousBeacon.round else { return [] }
    return ((parents.epoch + 1)...epoch).map { round(of: $0, beacon) }
  }

  func round(of epoch: ChainEpoch, _ beacon: DrandChain) -> UInt64 {
    beacon.maxRound(
      epoch: epoch, genesisTimestamp: parameters.genesisTime, blockDelay: parameters.blockDelay,
      countsFromOne: parameters.networkVersion(at: self.epoch) >= 16)
  }

  // MARK: Miners

  /// The key of a miner's worker at the lookback; `nil` if there is no such miner.
  func worker(of address: Address) throws(ChainError) -> Address? {
    let state = try state(lookback.stateRoot)
    guard let miner = try state.miner(address) else { return nil }
    return try state.signer(of: try state.info(of: miner).worker)
  }

  /// Why a miner may not take part: it needs the minimum power at the lookback, and at the parents power but neither
  /// debt nor a fault. `nil` if it may.
  func obstacle(for miner: Address) throws(ChainError) -> String? {
    let past = try state(lookback.tipset.parentStateRoot)
    guard try past.meetsMinimum(miner, parameters.policy) else { return "\(miner) without the minimum power" }
    let base = try state(parents.parentStateRoot)
    let claim = try base.claim(of: miner)
    guard let claim, claim.qualityAdjustedPower.signum > 0 else { return "\(miner) without power" }
    guard let state = try base.miner(miner) else { return "no miner \(miner)" }
    guard state.feeDebt.isZero else { return "\(miner) in debt" }
    let info = try base.info(of: state)
    return parents.epoch > info.consensusFaultElapsed ? nil : "\(miner) barred for a fault"
  }

  /// How often an election proof wins the epoch for its miner.
  func winCount(of miner: Address, proof: [UInt8]) throws(ChainError) -> Int64 {
    let state = try state(lookback.stateRoot)
    return WinCount.count(
      digest: VRF.output(of: proof), power: try state.claim(of: miner)?.qualityAdjustedPower ?? 0,
      totalPower: try state.power().totalQualityAdjustedPower, expectedLeaders: parameters.expectedLeaders)
  }

  /// What a miner's election proof is the proof of.
  func electionInput(_ beacon: BeaconEntry, _ miner: Address) -> Bytes32 {
    Election.proofInput(beacon: beacon.signature, round: epoch, miner: miner)
  }

  /// What a miner's ticket is the proof of.
  func ticketInput(_ beacon: BeaconEntry, _ miner: Address) -> Bytes32 {
    let parentTicket = epoch > parameters.upgrades[.smoke] ? parents.ticket : nil
    return Election.ticketInput(beacon: beacon.signature, round: epoch, miner: miner, parentTicket: parentTicket)
  }

  /// What a miner's winning PoSt draws its challenges from.
  func winningPoStSeed(_ beacon: BeaconEntry, _ miner: Address) -> Bytes32 {
    Election.winningPoStSeed(beacon: beacon.signature, round: epoch, miner: miner)
  }

  // MARK: Sectors

  /// The sectors that a seed draws among those of a miner that counted at the lookback, by rising numbers.
  ///
  /// - Returns: The sectors; none if the miner has none.
  /// - Throws: `SectorDrawFailure`.
  func challengedSectors(
    of miner: Address, seed: Bytes32, _ proofs: any ProofVerifier
  ) throws(SectorDrawFailure) -> [PoStSector] {
    let (state, found) = try draw { () throws(ChainError) in
      let state = try self.state(lookback.stateRoot)
      return (state, try state.miner(miner))
    }
    guard let found, let id = miner.id else { return [] }
    let (active, info) = try draw { () throws(ChainError) in
      (try state.activeSectors(of: found), try state.info(of: found))
    }
    guard let size = info.windowPoStProofType.sectorSize, !active.isEmpty else { return [] }
    let positions: [UInt64]
    do {
      positions = try proofs.winningPoStSectors(
        type: RegisteredPoStProof(.winning, size), prover: id, randomness: seed, eligible: active.count)
    } catch {
      throw .proofs(error)
    }
    return try draw { () throws(ChainError) in
      var sectors: [PoStSector] = []
      for position in Set(positions).sorted() {
        guard let number = active.slice(from: position, count: 1)?.first else {
          throw ChainError(.state, "no sector at position \(position)")
        }
        sectors.append(try state.sector(number, of: found))
      }
      return sectors
    }
  }

  private func draw<Value>(_ body: () throws(ChainError) -> Value) throws(SectorDrawFailure) -> Value {
    do {
      return try body()
    } catch {
      throw .chain(error)
    }
  }
}

/// Why an election's sectors cannot be drawn.
enum SectorDrawFailure: Error {
  /// The chain cannot be read.
  case chain(ChainError)
  /// Whoever verifies proofs refuses.
  case proofs(ProofVerifierError)
}

extension StateView {
  /// A sector of a miner that must be there.
  func sector(_ number: SectorNumber, of miner: MinerState) throws(ChainError) -> PoStSector {
    let sector = try chainResult(.state, "sector \(number)") { () throws(ActorError) in
      try miner.sector(number, in: tree.store)
    }
    guard let sector else { throw ChainError(.state, "no sector \(number)") }
    return PoStSector(sealProof: sector.sealProof, number: number, sealedCID: sector.sealedCID)
  }
}
