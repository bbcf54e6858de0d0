public import FilCore
internal import FilCrypto

extension VanillaProofs {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func verifySeal(_ info: SealVerifyInfo) throws(ProofVerifierError) -> Bool {
    try Self.statement(info).verify(info.proof)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func verifyWinningPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool {
    try Self.verify(.winningPoSt, info)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func verifyWindowPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool {
    try Self.verify(.windowPoSt, info)
  }

  private static func verify(
    _ kind: ProofEncoding.Kind, _ info: PoStVerifyInfo
  ) throws(ProofVerifierError) -> Bool {
    guard info.proofs.count == 1, let proof = info.proofs.first else {
      throw ProofVerifierError("\(info.proofs.count) proofs in place of one")
    }
    return try statement(kind, proof.type, randomness: info.randomness, sectors: info.sectors).verify(proof.bytes)
  }

  /// What a proof of replication with these inputs states.
  static func statement(_ info: SealVerifyInfo) throws(ProofVerifierError) -> SealStatement {
    let parameters: PoRepParameters
    do {
      parameters = try PoRepParameters(info.type)
    } catch {
      throw ProofVerifierError(error.description)
    }
    guard let commD = info.unsealedCID.unsealedCommitment, Fr(littleEndian: commD) != nil else {
      throw ProofVerifierError("\(info.unsealedCID) is no commitment to data")
    }
    let identity = SealIdentity(info.sector, ticket: info.randomness)
    return SealStatement(
      parameters, identity, commD: commD, commR: try commR(info.sealedCID), seed: info.interactiveRandomness)
  }

  /// What a proof of spacetime with these inputs states, for a prover.
  static func statement(
    _ request: PoStProofRequest, _ kind: ProofEncoding.Kind
  ) throws(SealError) -> PoStStatement {
    do {
      return try statement(
        kind, request.type, randomness: request.randomness, sectors: request.sectors.map(\.sector))
    } catch {
      throw SealError(.wrongInput, error.description)
    }
  }

  /// What a proof of spacetime with these inputs states.
  static func statement(
    _ kind: ProofEncoding.Kind, _ type: RegisteredPoStProof, randomness: Bytes32, sectors: [PoStSector]
  ) throws(ProofVerifierError) -> PoStStatement {
    let parameters: PoStParameters
    do {
      parameters = try PoStParameters(type)
    } catch {
      throw ProofVerifierError(error.description)
    }
    guard (type.purpose == .winning) == (kind == .winningPoSt) else {
      throw ProofVerifierError("\(type) is another kind of proof")
    }
    guard !sectors.isEmpty else { throw ProofVerifierError("no sectors to prove") }
    guard kind == .windowPoSt || sectors.count == 1 else {
      throw ProofVerifierError("an election challenges one sector, not \(sectors.count)")
    }
    var list: [(number: UInt64, commR: Bytes32)] = []
    for sector in sectors {
      guard sector.sealProof.sectorSize == type.sectorSize else {
        throw ProofVerifierError("\(type) does not prove sectors of \(sector.sealProof)")
      }
      list.append((sector.number, try commR(sector.sealedCID)))
    }
    return PoStStatement(parameters, kind, randomness: randomness, sectors: list)
  }

  private static func commR(_ cid: CID) throws(ProofVerifierError) -> Bytes32 {
    guard let commitment = cid.sealedCommitment, Fr(littleEndian: commitment) != nil else {
      throw ProofVerifierError("\(cid) is no commitment to a replica")
    }
    return commitment
  }
}
