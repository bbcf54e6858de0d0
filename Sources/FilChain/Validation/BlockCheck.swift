internal import FilActors
internal import FilCore
internal import FilVM

/// A block that is being checked, with all that the rules look at.
struct BlockCheck<Blocks: Blockstore> {
  let header: BlockHeader
  let messages: BlockMessages
  let ticket: Ticket
  let election: ElectionProof
  let signature: Signature
  let aggregate: Signature
  /// The election that the block claims to have won.
  let round: ElectionRound<Blocks>
  let now: UInt64?
  let proofs: (any ProofVerifier)?

  /// Checks what no other rule can be checked without: that the fields, the parents and the lookback are there.
  init(
    _ block: FullBlock, _ validator: BlockValidator<Blocks>, _ outcome: TipsetOutcome, _ now: UInt64?
  ) throws(BlockFailure) {
    let header = block.header
    guard let ticket = header.ticket, let election = header.electionProof, let signature = header.blockSignature,
      let aggregate = header.blsAggregate
    else { throw .refused(BlockError(.syntax, "ticket, election proof or signature missing")) }
    (self.header, messages) = (header, block.messages)
    (self.ticket, self.election, self.signature, self.aggregate) = (ticket, election, signature, aggregate)
    (self.now, proofs) = (now, validator.proofs)
    let parents = try Self.parents(of: header, in: validator.chain)
    try require(parents.epoch >= 0, .parents, "epoch \(parents.epoch)")
    try require(header.height > parents.epoch, .height, "\(header.height) after \(parents.epoch)")
    do {
      round = try ElectionRound(
        header.height, parents: parents, outcome: outcome, chain: validator.chain, validator.parameters)
    } catch {
      throw error.code == .epoch ? .refused(BlockError(.lookback, error.detail)) : .undecided(error)
    }
  }

  /// The tipset that the block builds on.
  var parents: Tipset { round.parents }
  /// What its messages came to.
  var outcome: TipsetOutcome { round.outcome }
  var chain: ChainStore<Blocks> { round.chain }
  var parameters: NetworkParameters { round.parameters }

  private static func parents(
    of header: BlockHeader, in chain: ChainStore<Blocks>
  ) throws(BlockFailure) -> Tipset {
    do {
      return try chain.tipset(TipsetKey(header.parents))
    } catch {
      throw error.code == .malformed ? .refused(BlockError(.parents, error.description)) : .undecided(error)
    }
  }

  /// The rules that nothing was given for.
  var uncheckedRules: Set<BlockRule> {
    Set((now == nil ? [.clock] : []) + (proofs == nil ? [.winningPoSt] : []))
  }

  /// The state that the parents' messages were executed on.
  func baseState() throws(BlockFailure) -> StateView<Blocks> { try state(parents.parentStateRoot) }

  /// The state after the parents' messages.
  func parentState() throws(BlockFailure) -> StateView<Blocks> { try state(outcome.stateRoot) }

  func state(_ root: CID) throws(BlockFailure) -> StateView<Blocks> {
    try decide { () throws(ChainError) in try round.state(root) }
  }

  /// The beacon entry that the block's election draws from.
  var beacon: BeaconEntry { header.beaconEntries.last ?? round.previousBeacon }

  /// The key of the miner's worker, at the lookback.
  func worker() throws(BlockFailure) -> Address {
    let worker = try decide { () throws(ChainError) in try round.worker(of: header.miner) }
    guard let worker else { throw refusal(.minerEligible, "no miner \(header.miner) at the lookback") }
    return worker
  }

  func check(_ rule: BlockRule) throws(BlockFailure) {
    switch rule {
    case .syntax: try checkSyntax()
    case .parents, .height, .lookback: break  // by the initializer
    case .timestamp: try checkTimestamp()
    case .clock: try checkClock()
    case .messageCount: try checkMessageCount()
    case .messageRoot: try checkMessageRoot()
    case .parentStateRoot: try checkStateRoot()
    case .parentReceipts: try checkReceipts()
    case .weight: try checkWeight()
    case .baseFee: try checkBaseFee()
    case .minerEligible: try checkEligibility()
    case .beaconEntries: try checkBeaconEntries()
    case .electionProof: try checkElectionProof()
    case .winCount: try checkWinCount()
    case .ticket: try checkTicket()
    case .blockSignature: try checkBlockSignature()
    case .messageSyntax: try checkMessageSyntax()
    case .gasLimit: try checkGasLimit()
    case .messageSender: try checkSenders()
    case .messageNonce: try checkNonces()
    case .blsAggregate: try checkAggregate()
    case .secpSignature: try checkSignatures()
    case .winningPoSt: try checkWinningPoSt()
    }
  }
}

func refusal(_ rule: BlockRule, _ detail: String) -> BlockFailure { .refused(BlockError(rule, detail)) }

/// Requires what a rule says.
func require(_ condition: Bool, _ rule: BlockRule, _ detail: @autoclosure () -> String) throws(BlockFailure) {
  guard condition else { throw refusal(rule, detail()) }
}

/// Runs `body`, whose failure means that the block cannot be decided on.
func decide<Value>(_ body: () throws(ChainError) -> Value) throws(BlockFailure) -> Value {
  do {
    return try body()
  } catch {
    throw .undecided(error)
  }
}
