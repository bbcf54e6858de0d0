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
    let message = carried.message
    func require(_ condition: Bool, _ what: String) throws(BlockFailure) {
      guard condition else { throw refusal(.messageSyntax, "\(carried.cid): \(what)") }
    }
    if case .signed(let signed) = carried {
      try require(signed.signature.type != .bls, "a BLS message among those of other kinds")
    }
    try require(message.version == 0, "version \(message.version)")
    try require(message.to != Address.zeroBLS, "to the zero address")
    try require(!message.value.isNegative && message.value <= NetworkParameters.totalSupply, "value \(message.value)")
    try require(!message.gasPremium.isNegative, "negative premium")
    try require(message.gasPremium <= message.gasFeeCap, "premium above the fee cap")
    try require(message.gasLimit <= parameters.fees.blockGasLimit, "gas limit \(message.gasLimit)")
    let least = InclusionGas.minimum(bytes: carried.bytes.count, at: header.height, parameters.upgrades)
    try require(message.gasLimit >= least, "gas limit \(message.gasLimit) below \(least)")
  }

  func checkGasLimit() throws(BlockFailure) {
    let sum = messages.all.reduce(Int128(0)) { $0 + Int128($1.message.gasLimit) }
    try require(sum <= Int128(parameters.fees.blockGasLimit), .gasLimit, "\(sum)")
  }
}
