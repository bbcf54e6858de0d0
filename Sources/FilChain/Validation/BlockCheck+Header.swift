internal import FilCore
internal import FilCrypto

extension BlockCheck {
  func checkSyntax() throws(BlockFailure) {
    try require(header.miner.protocol == .id, .syntax, "miner \(header.miner)")
    try require(election.winCount >= 1, .syntax, "\(election.winCount) wins")
    try require(aggregate.data.count >= BLSSignature.count, .syntax, "aggregate of \(aggregate.data.count) bytes")
  }

  func checkTimestamp() throws(BlockFailure) {
    let delay = UInt64(header.height - parents.epoch).multipliedReportingOverflow(by: parameters.blockDelay)
    let expected = parents.timestamp.addingReportingOverflow(delay.partialValue)
    let fits = !delay.overflow && !expected.overflow
    try require(
      fits && header.timestamp == expected.partialValue, .timestamp,
      "\(header.timestamp), expected \(expected.partialValue)")
  }

  func checkClock() throws(BlockFailure) {
    guard let now else { return }
    let (latest, overflow) = now.addingReportingOverflow(parameters.allowableClockDrift)
    try require(overflow || header.timestamp <= latest, .clock, "\(header.timestamp), now it is \(now)")
  }

  func checkStateRoot() throws(BlockFailure) {
    try require(
      header.parentStateRoot == outcome.stateRoot, .parentStateRoot,
      "\(header.parentStateRoot), expected \(outcome.stateRoot)")
  }

  func checkReceipts() throws(BlockFailure) {
    try require(
      header.parentMessageReceipts == outcome.receiptsRoot, .parentReceipts,
      "\(header.parentMessageReceipts), expected \(outcome.receiptsRoot)")
  }

  func checkWeight() throws(BlockFailure) {
    let weight = try decide { () throws(ChainError) in try chain.weight(of: parents, parameters) }
    try require(header.parentWeight == weight, .weight, "\(header.parentWeight), expected \(weight)")
  }

  func checkBaseFee() throws(BlockFailure) {
    let fee = try decide { () throws(ChainError) in try chain.nextBaseFee(after: parents, parameters) }
    try require(header.parentBaseFee == fee, .baseFee, "\(header.parentBaseFee.atto), expected \(fee.atto)")
  }

  func checkBlockSignature() throws(BlockFailure) {
    let worker = try worker()
    do {
      try signature.verify(header.signedBytes, by: worker)
    } catch {
      throw refusal(.blockSignature, "\(error)")
    }
  }
}
