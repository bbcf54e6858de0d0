/// What randomness is drawn for, so that draws for different purposes are independent.
public enum RandomnessTag: Int64, Hashable, Sendable, CaseIterable {
  /// The next ticket.
  case ticketProduction = 1
  /// The election of a block's miner.
  case electionProofProduction = 2
  /// The sectors and nodes that an elected miner must prove.
  case winningPoStChallengeSeed = 3
  /// The nodes that a deadline's proof must show.
  case windowedPoStChallengeSeed = 4
  /// The ticket that a replica is made with.
  case sealRandomness = 5
  /// The challenges of a proof of replication.
  case interactiveSealChallengeSeed = 6
  /// The deadline's place of a new miner.
  case windowedPoStDeadlineAssignment = 7
  /// The epoch of a deal's update.
  case marketDealCronSeed = 8
  /// The chain that a proof of spacetime commits to.
  case poStChainCommit = 9
}
