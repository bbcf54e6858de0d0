internal import FilActors
internal import FilCore
internal import FilCrypto

extension BlockCheck {
  /// The miner has the minimum power at the lookback, and at the parents power but neither debt nor a fault.
  func checkEligibility() throws(BlockFailure) {
    let miner = header.miner
    let past = try state(lookback.tipset.parentStateRoot)
    let meetsMinimum = try decide { () throws(ChainError) in try past.meetsMinimum(miner, parameters.policy) }
    try require(meetsMinimum, .minerEligible, "\(miner) without the minimum power")
    let base = try baseState()
    let claim = try decide { () throws(ChainError) in try base.claim(of: miner) }
    try require((claim?.qualityAdjustedPower.signum ?? 0) > 0, .minerEligible, "\(miner) without power")
    let state = try decide { () throws(ChainError) in try base.miner(miner) }
    guard let state else { throw refusal(.minerEligible, "no miner \(miner)") }
    try require(state.feeDebt.isZero, .minerEligible, "\(miner) in debt")
    let info = try decide { () throws(ChainError) in try base.info(of: state) }
    try require(parents.epoch > info.consensusFaultElapsed, .minerEligible, "\(miner) barred for a fault")
  }

  func checkElectionProof() throws(BlockFailure) {
    let input = Election.proofInput(beacon: beacon.signature, round: header.height, miner: header.miner)
    try checkVRF(election.vrfProof, input, .electionProof)
  }

  func checkTicket() throws(BlockFailure) {
    let parentTicket = header.height > parameters.upgrades[.smoke] ? parents.ticket : nil
    let input = Election.ticketInput(
      beacon: beacon.signature, round: header.height, miner: header.miner, parentTicket: parentTicket)
    try checkVRF(ticket.vrfProof, input, .ticket)
  }

  private func checkVRF(_ proof: [UInt8], _ input: Bytes32, _ rule: BlockRule) throws(BlockFailure) {
    let worker = try worker()
    do {
      try Signature(type: .bls, data: proof).verify(input.bytes, by: worker)
    } catch {
      throw refusal(rule, "\(error)")
    }
  }

  func checkWinCount() throws(BlockFailure) {
    let state = try state(lookback.stateRoot)
    let power = try decide { () throws(ChainError) in try state.power() }
    let claim = try decide { () throws(ChainError) in try state.claim(of: header.miner) }
    let wins = WinCount.count(
      digest: VRF.output(of: election.vrfProof), power: claim?.qualityAdjustedPower ?? 0,
      totalPower: power.totalQualityAdjustedPower, expectedLeaders: parameters.expectedLeaders)
    try require(election.winCount == wins, .winCount, "\(election.winCount), expected \(wins)")
  }
}
