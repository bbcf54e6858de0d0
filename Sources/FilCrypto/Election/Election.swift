public import FilCore

/// What a miner's worker signs to take part in the election of one round.
public enum Election {
  /// The input of the election proof.
  ///
  /// - Parameters:
  ///   - beacon: The signature of the round's beacon entry.
  ///   - round: The epoch of the block.
  ///   - miner: The miner's address, as its number.
  /// - Returns: What the worker signs.
  public static func proofInput(beacon: [UInt8], round: ChainEpoch, miner: Address) -> Bytes32 {
    Randomness.draw(base: beacon, tag: .electionProofProduction, epoch: round, entropy: miner.cbor)
  }

  /// The input of the ticket.
  ///
  /// - Parameters:
  ///   - beacon: The signature of the round's beacon entry.
  ///   - round: The epoch of the block.
  ///   - miner: The miner's address, as its number.
  ///   - parentTicket: The ticket of the parent tipset; `nil` up to the upgrade "Smoke".
  /// - Returns: What the worker signs.
  public static func ticketInput(
    beacon: [UInt8], round: ChainEpoch, miner: Address, parentTicket: Ticket?
  ) -> Bytes32 {
    let entropy = miner.cbor + (parentTicket?.vrfProof ?? [])
    return Randomness.draw(base: beacon, tag: .ticketProduction, epoch: round - 1, entropy: entropy)
  }

  /// The seed of the storage challenge that a winner must answer.
  ///
  /// - Parameters:
  ///   - beacon: The signature of the round's beacon entry.
  ///   - round: The epoch of the block.
  ///   - miner: The miner's address, as its number.
  /// - Returns: The seed.
  public static func winningPoStSeed(beacon: [UInt8], round: ChainEpoch, miner: Address) -> Bytes32 {
    Randomness.draw(base: beacon, tag: .winningPoStChallengeSeed, epoch: round, entropy: miner.cbor)
  }
}
