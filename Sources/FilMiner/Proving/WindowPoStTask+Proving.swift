public import FilCore
public import FilProofs

extension WindowPoStTask {
  /// Proves all sectors that can be proven.
  ///
  /// A sector whose files are missing or damaged is found when the proof is made: it is skipped, and the others are
  /// proven without it.
  ///
  /// - Parameters:
  ///   - prover: The miner's sectors.
  ///   - randomness: The deadline's.
  /// - Returns: The proof, and the task that it proves, which skips what is lost; `nil` if no sector can be proven.
  /// - Throws: `MinerError` if proving fails for another reason than lost sectors.
  public func prove(
    with prover: SectorProver<some ProofScheme>, randomness: Bytes32
  ) throws(MinerError) -> (task: WindowPoStTask, proof: PoStProof)? {
    var task = self
    while true {
      do {
        return (task, try prover.windowPoSt(task.sectors, randomness: randomness))
      } catch {
        let lost = try prover.unprovable(task.sectors, randomness: randomness)
        // Each round skips one sector more, so that there is an end.
        guard !lost.isEmpty else { throw error }
        guard let rest = try task.skipping(lost) else { return nil }
        task = rest
      }
    }
  }
}
