public import FilCore

/// What a block producer needs of a storage miner: its proofs that it holds the sectors that an election draws.
public protocol BlockProver: Sendable {
  /// Proves sectors for an election.
  ///
  /// - Parameters:
  ///   - sectors: Those that were drawn.
  ///   - randomness: The election's.
  /// - Returns: The proof for the block's header.
  /// - Throws: An error if the miner does not hold them.
  func winningPoSt(of sectors: [PoStSector], randomness: Bytes32) throws -> PoStProof
}
