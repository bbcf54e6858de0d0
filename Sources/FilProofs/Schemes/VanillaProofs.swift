public import FilCore

/// Proofs of storage without a SNARK: the labels, leaves and Merkle paths themselves, which the verifier computes with
/// again.
///
/// They are larger than a SNARK, take no parameter files, and are made and verified in milliseconds for small sectors.
public struct VanillaProofs: ProofScheme {
  /// Whether a proof is verified before it is handed out, so that damaged files are noticed by their owner.
  public let checksOwnProofs: Bool

  /// The scheme.
  ///
  /// - Parameter checksOwnProofs: Whether a proof is verified before it is handed out.
  public init(checksOwnProofs: Bool = true) {
    self.checksOwnProofs = checksOwnProofs
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func proveSeal(
    _ request: SealProofRequest, in storage: some SectorStorage
  ) throws(SealError) -> [UInt8] {
    let statement: SealStatement
    do {
      statement = try Self.statement(request.verifyInfo(proof: []))
    } catch {
      throw SealError(.wrongInput, error.description)
    }
    let proof = try statement.prove(in: storage)
    try check { statement.verify(proof) }
    return proof
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func proveWinningPoSt(_ request: PoStProofRequest) throws(SealError) -> PoStProof {
    try prove(request, .winningPoSt)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func proveWindowPoSt(_ request: PoStProofRequest) throws(SealError) -> PoStProof {
    try prove(request, .windowPoSt)
  }

  private func prove(
    _ request: PoStProofRequest, _ kind: ProofEncoding.Kind
  ) throws(SealError) -> PoStProof {
    let statement = try Self.statement(request, kind)
    var proofs: [PoStSectorProof] = []
    for (position, sector) in request.sectors.enumerated() {
      proofs.append(try statement.prove(position, in: sector.storage))
    }
    let bytes = statement.encode(proofs)
    try check(request) { statement.verify(bytes) }
    return PoStProof(type: request.type, bytes: bytes)
  }

  private func check(_ request: PoStProofRequest? = nil, _ verify: () -> Bool) throws(SealError) {
    guard checksOwnProofs, !verify() else { return }
    let faulty = try request.map { (request) throws(SealError) in try unprovableSectors(request) } ?? []
    let which = faulty.isEmpty ? "the sector" : "sectors \(faulty)"
    throw SealError(.selfCheck, "the proof does not verify: files of \(which) are damaged, or of another sector")
  }
}
