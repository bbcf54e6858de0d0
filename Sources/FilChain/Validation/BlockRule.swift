/// The rules that a block must keep, in the order in which they are checked: cheap ones first.
public enum BlockRule: String, Hashable, Sendable, CaseIterable {
  /// The miner is named by its number, there is at least one win, and ticket, election proof and signatures are there.
  case syntax
  /// The parents make a tipset.
  case parents
  /// The epoch comes after that of the parents.
  case height
  /// The timestamp is that of the epoch.
  case timestamp
  /// The epoch is not in the future.
  case clock
  /// No more null rounds precede the block than elections look back.
  case lookback
  /// The block has no more messages than a block may have.
  case messageCount
  /// The messages are those that the header names.
  case messageRoot
  /// The state is the one that the parents' messages lead to.
  case parentStateRoot
  /// The receipts are those of the parents' messages.
  case parentReceipts
  /// The weight is that of the chain up to the parents.
  case weight
  /// The base fee is the one that follows from the parents.
  case baseFee
  /// The miner has the power to take part in elections, and neither debt nor a fault bars it.
  case minerEligible
  /// The beacon entries are those of the epochs since the parents, and signed by the beacon.
  case beaconEntries
  /// The election proof is the worker's for the epoch.
  case electionProof
  /// The wins are those that the election proof gives for the miner's power.
  case winCount
  /// The ticket is the worker's for the epoch and the parents' ticket.
  case ticket
  /// The worker has signed the header.
  case blockSignature
  /// The messages are ones that a block may carry.
  case messageSyntax
  /// The messages' gas limits fit into a block.
  case gasLimit
  /// The messages' senders are accounts.
  case messageSender
  /// The messages have their senders' next nonces.
  case messageNonce
  /// The aggregate is that of the BLS messages.
  case blsAggregate
  /// The other messages are signed by their senders.
  case secpSignature
  /// The proof that the miner holds the sectors that were drawn.
  case winningPoSt
}
