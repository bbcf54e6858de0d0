public import FilCore

extension ProofScheme {
  /// The sectors of a request that cannot be proven, because a file is missing, damaged, or of another sector: those
  /// that a miner must declare faulty, and leave out.
  ///
  /// Every scheme proves the same vanilla proofs, so the answer holds for all.
  ///
  /// - Parameter request: What is to be proven.
  /// - Returns: The numbers of the sectors, in the request's order.
  /// - Throws: `SealError.wrongInput` if the request is none of such a proof.
  public func unprovableSectors(_ request: PoStProofRequest) throws(SealError) -> [SectorNumber] {
    let kind: ProofEncoding.Kind = request.type.purpose == .winning ? .winningPoSt : .windowPoSt
    let statement = try VanillaProofs.statement(request, kind)
    return zip(statement.sectors, request.sectors).enumerated().compactMap { position, pair in
      let (stated, given) = pair
      let proof = try? statement.prove(position, in: given.storage)
      return proof?.verify(stated.layout, commR: stated.commR) == true ? nil : stated.number
    }
  }
}
