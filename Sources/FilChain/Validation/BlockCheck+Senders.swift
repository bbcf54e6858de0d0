internal import FilCore
internal import FilCrypto
internal import FilVM

extension BlockCheck {
  func checkSenders() throws(BlockFailure) {
    let state = try parentState()
    for sender in Set(messages.all.map(\.message.from)) {
      let record = try decide { () throws(ChainError) in try state.actor(sender) }
      try require(record?.maySend(parameters.actorCodes) ?? false, .messageSender, "\(sender) is no account")
    }
  }

  /// Each sender's messages go on from the nonce that it has after the parents.
  func checkNonces() throws(BlockFailure) {
    let state = try parentState()
    var nonces: [ActorID: UInt64] = [:]
    for message in messages.all.map(\.message) {
      let id = try decide { () throws(ChainError) in try state.id(of: message.from) }
      guard let id else { throw refusal(.messageSender, "no sender \(message.from)") }
      if nonces[id] == nil {
        nonces[id] = try decide { () throws(ChainError) in try state.actor(Address(id: id)) }?.nonce
      }
      guard let expected = nonces[id] else { throw refusal(.messageSender, "no sender \(message.from)") }
      try require(
        message.nonce == expected, .messageNonce, "\(message.from): \(message.nonce), expected \(expected)")
      nonces[id] = expected &+ 1
    }
  }

  /// Without BLS messages the aggregate may be anything, as on the network.
  func checkAggregate() throws(BlockFailure) {
    guard !messages.bls.isEmpty else { return }
    var signed: [(publicKey: BLSPublicKey, message: [UInt8])] = []
    for message in messages.bls { signed.append((try blsKey(of: message.from), message.cid.bytes)) }
    let aggregate: BLSSignature
    do {
      aggregate = try BLSSignature(Array(self.aggregate.data.prefix(BLSSignature.count)))
    } catch {
      throw refusal(.blsAggregate, "\(error)")
    }
    try require(aggregate.isValidAggregate(of: signed), .blsAggregate, "of \(signed.count) messages")
  }

  private func blsKey(of sender: Address) throws(BlockFailure) -> BLSPublicKey {
    guard let bytes = try signer(of: sender).blsPublicKey else {
      throw refusal(.blsAggregate, "\(sender) has no BLS key")
    }
    do {
      return try BLSPublicKey(bytes)
    } catch {
      throw refusal(.blsAggregate, "\(error)")
    }
  }

  func checkSignatures() throws(BlockFailure) {
    let verifier = SignatureVerifier(ethereumChainID: parameters.ethereumChainID)
    for signed in messages.secp256k1 {
      let signer = try signer(of: signed.message.from)
      do {
        try verifier.verify(signed, by: signer)
      } catch {
        throw refusal(.secpSignature, "\(signed.cid): \(error)")
      }
    }
  }

  /// The key behind a sender, which may have got its number only by the parents' messages.
  private func signer(of sender: Address) throws(BlockFailure) -> Address {
    try require(sender.protocol != .actor, .messageSender, "\(sender) is no account")
    let base = try baseState()
    if let signer = try decide({ () throws(ChainError) in try base.signer(of: sender) }) { return signer }
    let parent = try parentState()
    let signer = try decide { () throws(ChainError) in try parent.signer(of: sender) }
    guard let signer else { throw refusal(.messageSender, "no sender \(sender)") }
    return signer
  }
}
