internal import FilCore
internal import FilCrypto

extension BlockCheck {
  func checkMessageCount() throws(BlockFailure) {
    try require(messages.count <= parameters.maxBlockMessages, .messageCount, "\(messages.count) messages")
  }

  func checkMessageRoot() throws(BlockFailure) {
    let root = try decide { () throws(ChainError) in try messages.root }
    try require(header.messages == root, .messageRoot, "\(header.messages), expected \(root)")
  }

  func checkMessageSyntax() throws(BlockFailure) {
    for message in messages.all { try checkSyntax(of: message) }
  }

  private func checkSyntax(of carried: ChainMessage) throws(BlockFailure) {
    do {
      try MessageSyntax(at: header.height, parameters).check(carried)
    } catch {
      throw refusal(.messageSyntax, "\(carried.cid): \(error)")
    }
  }

  func checkGasLimit() throws(BlockFailure) {
    let sum = messages.all.reduce(Int128(0)) { $0 + Int128($1.message.gasLimit) }
    try require(sum <= Int128(parameters.fees.blockGasLimit), .gasLimit, "\(sum)")
  }
}
