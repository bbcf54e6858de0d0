public import FilCore
public import FilProofs

/// Makes a miner's proofs of spacetime from the sectors that it has at hand.
public struct SectorProver<Scheme: ProofScheme>: Sendable {
  /// The miner's number.
  public let miner: ActorID
  /// The sectors.
  public let sectors: SectorCatalog
  private let scheme: Scheme

  /// A prover of a miner's sectors.
  public init(miner: ActorID, sectors: SectorCatalog, scheme: Scheme) {
    self.miner = miner
    self.sectors = sectors
    self.scheme = scheme
  }

  /// Proves the sectors that an election challenges.
  ///
  /// - Parameters:
  ///   - challenged: Those that the randomness chose.
  ///   - randomness: The election's.
  /// - Returns: The proof for the block's header.
  /// - Throws: `MinerError`: `missingSector`; `storage` or `proofs` if files are missing or damaged.
  public func winningPoSt(_ challenged: [PoStSector], randomness: Bytes32) throws(MinerError) -> PoStProof {
    let request = try request(challenged, randomness) { $0.winningPoStProof }
    return try orSealFail { () throws(SealError) in try scheme.proveWinningPoSt(request) }
  }

  /// Proves the sectors of partitions of a deadline.
  ///
  /// - Parameters:
  ///   - proven: Those sectors, by number, with stand-ins for faulty ones.
  ///   - randomness: The deadline's.
  /// - Returns: The proof, which holds: the chain would not find out at once, and punish it later.
  /// - Throws: `MinerError`: `missingSector`; `storage` or `proofs` if files are missing or damaged.
  public func windowPoSt(_ proven: [PoStSector], randomness: Bytes32) throws(MinerError) -> PoStProof {
    let request = try request(proven, randomness) { $0.windowPoStProof }
    let proof = try orSealFail { () throws(SealError) in try scheme.proveWindowPoSt(request) }
    let info = request.verifyInfo(proof: proof)
    guard try orFail(.proofs, { () throws(ProofVerifierError) in try scheme.verifyWindowPoSt(info) }) else {
      throw MinerError(.proofs, "the proof of \(proven.count) sectors does not hold")
    }
    return proof
  }

  /// Whether a sector is here; its files may be damaged all the same.
  public func holds(_ sector: PoStSector) -> Bool { sectors[sector.number]?.postSector == sector }

  /// Which sectors of a deadline cannot be proven: they are not here, or their files are missing or damaged where the
  /// randomness asks for them.
  ///
  /// - Parameters:
  ///   - proven: The sectors, by number, with stand-ins for faulty ones.
  ///   - randomness: The deadline's.
  /// - Returns: Their numbers.
  /// - Throws: `MinerError` with `proofs` if there is no such proof.
  public func unprovable(_ proven: [PoStSector], randomness: Bytes32) throws(MinerError) -> [SectorNumber] {
    let missing = proven.filter { !holds($0) }.map(\.number)
    guard missing.isEmpty else { return missing }
    let request = try request(proven, randomness) { $0.windowPoStProof }
    return try orSealFail { () throws(SealError) in try scheme.unprovableSectors(request) }
  }

  /// Proves a sector's seal.
  ///
  /// - Parameters:
  ///   - sector: The sector.
  ///   - seed: The randomness that came after the sector was pre-committed.
  /// - Returns: The proof's bytes.
  /// - Throws: `MinerError`: `storage` or `proofs` if files are missing or damaged.
  public func sealProof(of sector: SealedSector, seed: Bytes32) throws(MinerError) -> [UInt8] {
    let request = SealProofRequest(
      type: sector.sealProof, sector: sector.id, ticket: sector.ticket, seed: seed,
      sealedCID: sector.commitments.sealedCID, unsealedCID: sector.commitments.unsealedCID)
    return try orSealFail { () throws(SealError) in try prove(request, in: sector.storage) }
  }

  private func prove(_ request: SealProofRequest, in storage: some SectorStorage) throws(SealError) -> [UInt8] {
    try scheme.proveSeal(request, in: storage)
  }

  private func request(
    _ proven: [PoStSector], _ randomness: Bytes32, _ type: (RegisteredSealProof) -> RegisteredPoStProof?
  ) throws(MinerError) -> PoStProofRequest {
    guard let postType = proven.first.flatMap({ type($0.sealProof) }) else {
      throw MinerError(.proofs, "no sectors to prove")
    }
    var files: [PoStProofRequest.Sector] = []
    for sector in proven {
      guard let sealed = sectors[sector.number], sealed.postSector == sector else {
        throw MinerError(.missingSector, "sector \(sector.number) of f0\(miner) is not here")
      }
      files.append(PoStProofRequest.Sector(sector, storage: sealed.storage))
    }
    return PoStProofRequest(type: postType, prover: miner, randomness: randomness, sectors: files)
  }
}
