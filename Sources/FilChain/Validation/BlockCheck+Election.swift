internal import FilActors
internal import FilCore
internal import FilCrypto

extension BlockCheck {
  func checkEligibility() throws(BlockFailure) {
    let obstacle = try decide { () throws(ChainError) in try round.obstacle(for: header.miner) }
    if let obstacle { throw refusal(.minerEligible, obstacle) }
  }

  func checkElectionProof() throws(BlockFailure) {
    try checkVRF(election.vrfProof, round.electionInput(beacon, header.miner), .electionProof)
  }

  func checkTicket() throws(BlockFailure) {
    try checkVRF(ticket.vrfProof, round.ticketInput(beacon, header.miner), .ticket)
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
    let wins = try decide { () throws(ChainError) in
      try round.winCount(of: header.miner, proof: election.vrfProof)
    }
    try require(election.winCount == wins, .winCount, "\(election.winCount), expected \(wins)")
  }
}
