/// What drawn randomness is for: mixed in, so that one draw says nothing about another.
public enum DomainSeparationTag: Int64, Hashable, Sendable, CaseIterable {
  /// The ticket of a block.
  case ticketProduction = 1
  /// The election of a block's miner.
  case electionProofProduction = 2
  /// The challenge of a winning miner's storage.
  case winningPoStChallengeSeed = 3
  /// The challenge of a deadline's storage.
  case windowedPoStChallengeSeed = 4
  /// What a replica is bound to.
  case sealRandomness = 5
  /// The challenge of a sealed sector.
  case interactiveSealChallengeSeed = 6
  /// The deadline of a miner's sectors.
  case windowedPoStDeadlineAssignment = 7
  /// When the market settles a deal.
  case marketDealCronSeed = 8
  /// The commitment of a proof to the chain.
  case poStChainCommit = 9
}
