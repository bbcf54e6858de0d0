public import FilCore

/// A way to prove storage: makes proofs from sealed sectors, and verifies them.
///
/// All schemes share sealing, commitments and challenges; they differ in what a proof is.
public protocol ProofScheme: ProofVerifier {
  /// Proves that a sector was sealed.
  ///
  /// - Parameters:
  ///   - request: The public inputs.
  ///   - storage: The files that the sealing made.
  /// - Returns: The proof's bytes.
  /// - Throws: `SealError`.
  func proveSeal(_ request: SealProofRequest, in storage: some SectorStorage) throws(SealError) -> [UInt8]

  /// Proves that the sectors that an election challenges are there.
  ///
  /// - Parameter request: The public inputs, with the sectors' files.
  /// - Returns: The proof.
  /// - Throws: `SealError`.
  func proveWinningPoSt(_ request: PoStProofRequest) throws(SealError) -> PoStProof

  /// Proves that the sectors of a deadline's partitions are there.
  ///
  /// - Parameter request: The public inputs, with the sectors' files.
  /// - Returns: The proof.
  /// - Throws: `SealError`.
  func proveWindowPoSt(_ request: PoStProofRequest) throws(SealError) -> PoStProof
}
