internal import FilActors
internal import FilCore
internal import FilCrypto

/// One call of an actor: what the actor sees of the machine.
final class ActorCall<Base: Blockstore>: Runtime {
  let message: MessageContext
  let store: MeteredStore<BufferedBlockstore<Base>>
  /// Whether the actor has asked who calls.
  private(set) var hasValidatedCaller = false
  private let call: MessageCall<Base>
  private let isReadOnly: Bool
  private var isInTransaction = false

  init(_ call: MessageCall<Base>, receiver: ActorID, _ request: CallRequest) {
    self.call = call
    isReadOnly = request.isReadOnly
    store = MeteredStore(base: call.tree.store, gas: call.gas, prices: call.context.prices, failure: call.failure)
    message = MessageContext(
      receiver: receiver, caller: request.from, origin: call.origin.id, valueReceived: request.value,
      gasPremium: call.premium, nonce: call.nonce)
  }

  private var prices: PriceList { call.context.prices }

  // MARK: The world

  var policy: Policy { call.context.policy }
  var networkVersion: UInt32 { call.context.networkVersion }
  var epoch: ChainEpoch { call.context.epoch }
  var chainID: UInt64 { call.context.chainID }
  var circulatingSupply: TokenAmount { call.context.circulatingSupply }
  var baseFee: TokenAmount { call.context.baseFee }
  var balance: TokenAmount { balance(of: message.receiver) ?? .zero }

  func balance(of actor: ActorID) -> TokenAmount? { record(actor)?.balance }
  func delegatedAddress(of actor: ActorID) -> Address? { record(actor)?.delegatedAddress }
  func code(of actor: ActorID) -> CID? { record(actor)?.code }
  func type(of code: CID) -> ActorType? { call.context.codes.type(of: code) }
  func code(for type: ActorType) -> CID { call.context.codes[type] }

  func resolve(_ address: Address) -> ActorID? {
    ask { () throws(CallFailure) in try call.resolve(address) } ?? nil
  }

  private func record(_ id: ActorID) -> ActorRecord? {
    ask { () throws(CallFailure) in try call.record(id) } ?? nil
  }

  /// Asks the machine something that actors cannot see fail: the call is void then.
  private func ask<Value>(_ body: () throws(CallFailure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      note(error)
      return nil
    }
  }

  private func note(_ failure: CallFailure) {
    if case .fatal(let error) = failure { call.failure.note(error) }
  }

  /// Asks the machine something; what it refuses becomes the actor's failure.
  private func run<Value>(
    _ body: () throws(CallFailure) -> Value, refused: (SyscallError) -> ActorError
  ) throws(ActorError) -> Value {
    do {
      return try body()
    } catch {
      note(error)
      if case .refused(let reason) = error { throw refused(reason) }
      throw ActorError(.actorAssertionFailed, "\(error)")
    }
  }

  private func charge(_ charge: GasCharge) throws(ActorError) {
    try run({ () throws(CallFailure) in try call.gas.charge(charge) }, refused: { ActorError(refused: $0) })
  }

  func requireRunning() throws(ActorError) {
    guard call.failure.error == nil, !call.gas.isExhausted else {
      throw ActorError(.actorAssertionFailed, "the call cannot go on")
    }
  }

  func validateCaller(_ rule: CallerRule) throws(ActorError) {
    guard !hasValidatedCaller else {
      throw ActorError(.actorAssertionFailed, "method must validate caller identity exactly once")
    }
    hasValidatedCaller = true
    guard isAllowed(rule) else { throw ActorError(.forbidden, "caller f0\(message.caller) is not one of \(rule)") }
  }

  private func isAllowed(_ rule: CallerRule) -> Bool {
    switch rule {
    case .any: true
    case .actors(let addresses): addresses.contains(Address(id: message.caller))
    case .types(let types): code(of: message.caller).flatMap(type(of:)).map(types.contains) ?? false
    case .namespaces(let namespaces):
      delegatedAddress(of: message.caller)?.delegated.map { namespaces.contains($0.namespace) } ?? false
    }
  }

  // MARK: Randomness

  func ticketRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32 {
    let source = call.context.randomness
    return try draw(tag, epoch, entropy) { (epoch) throws(VMError) in try source.ticketDigest(at: epoch) }
  }

  func beaconRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32 {
    let source = call.context.randomness
    return try draw(tag, epoch, entropy) { (epoch) throws(VMError) in try source.beaconDigest(at: epoch) }
  }

  private func draw(
    _ tag: RandomnessTag, _ epoch: ChainEpoch, _ entropy: [UInt8],
    _ digest: (ChainEpoch) throws(VMError) -> Bytes32
  ) throws(ActorError) -> Bytes32 {
    guard epoch <= self.epoch else { throw ActorError(.illegalArgument, "randomness of the future epoch \(epoch)") }
    try charge(prices.getRandomness(lookback: self.epoch - epoch))
    do {
      return Randomness.draw(baseDigest: try digest(epoch), tag: tag.rawValue, epoch: epoch, entropy: entropy)
    } catch {
      call.failure.note(error)
      throw ActorError(.illegalArgument, "\(error)")
    }
  }

  // MARK: The state

  func stateRoot() throws(ActorError) -> CID {
    try charge(prices.getRoot())
    guard let record = record(message.receiver) else { throw ActorError(.illegalState, "the actor was deleted") }
    return record.head
  }

  func setStateRoot(_ root: CID) throws(ActorError) {
    guard !isReadOnly else { throw ActorError(refused: .readOnly) }
    try charge(prices.setRoot())
    guard var record = record(message.receiver) else { throw ActorError(.illegalState, "the actor was deleted") }
    record.head = root
    let changed = record
    try run(
      { () throws(CallFailure) in try call.set(message.receiver, to: changed) }, refused: { ActorError(refused: $0) })
  }

  func setInTransaction(_ value: Bool) { isInTransaction = value }

  // MARK: Calls

  func send(
    to: Address, method: MethodNumber, params: IPLDBlock?, value: TokenAmount, gasLimit: UInt64?, flags: SendFlags
  ) throws(SyscallError) -> SendResult {
    if isInTransaction { return SendResult(exitCode: .actorAssertionFailed, returned: nil) }
    let isReadOnly = isReadOnly || flags.contains(.readOnly)
    guard !isReadOnly || value.isZero else { throw .readOnly }
    let request = CallRequest(
      from: message.receiver, to: to, method: method, params: params, value: value, gasLimit: gasLimit,
      isReadOnly: isReadOnly)
    do {
      let result = try call.inTransaction { () throws(CallFailure) in try call.call(request) }
      return SendResult(exitCode: result.exitCode, returned: result.returned)
    } catch {
      note(error)
      if case .refused(let reason) = error { throw reason }
      throw .assertionFailed
    }
  }

  func newActorAddress() throws(ActorError) -> Address { call.nextActorAddress() }

  func createActor(code: CID, id: ActorID, delegatedAddress: Address?) throws(ActorError) {
    let request = { () throws(CallFailure) in
      guard !self.isReadOnly else { throw CallFailure.refused(.readOnly) }
      guard self.message.receiver == SingletonActors.`init` else { throw CallFailure.refused(.forbidden) }
      try self.call.createActor(code: code, id: id, delegatedAddress: delegatedAddress)
    }
    try run(request) { reason in
      switch reason {
      case .illegalArgument: ActorError(.illegalArgument, "failed to create actor")
      case .forbidden: ActorError(.forbidden, "actor f0\(id) already exists or must not be created")
      default: ActorError(refused: reason)
      }
    }
  }

  func emit(_ event: ActorEvent) throws(ActorError) {
    guard !isReadOnly else { throw ActorError(refused: .readOnly) }
    try run(
      { () throws(CallFailure) in try call.emit(event, by: message.receiver) },
      refused: { ActorError(.actorAssertionFailed, "failed to emit event: \($0)") })
  }

  // MARK: Cryptography

  func blake2b256(_ bytes: [UInt8]) -> Bytes32 {
    _ = ask { () throws(CallFailure) in
      try call.gas.charge(prices.onHashing(.blake2b256, bytes: bytes.count))
    }
    return BLAKE2b.hash256(bytes)
  }

  func verifySignature(_ signature: Signature, signer: Address, of bytes: [UInt8]) -> Bool {
    let charge = prices.verifySignature(signature.type, bytes: bytes.count)
    guard ask({ () throws(CallFailure) in try call.gas.charge(charge) }) != nil else { return false }
    if call.context.trustsSignatures { return true }
    do {
      try signature.verify(bytes, by: signer)
      return true
    } catch {
      return false
    }
  }

  /// Asks who verifies proofs.
  private func verify<Value>(
    _ charge: GasCharge, _ body: (any ProofVerifier) throws(ProofVerifierError) -> Value
  ) throws(SyscallError) -> Value {
    guard ask({ () throws(CallFailure) in try call.gas.charge(charge) }) != nil else { throw .assertionFailed }
    do {
      return try body(call.context.proofs)
    } catch {
      throw .illegalArgument
    }
  }

  func unsealedSectorCID(type: RegisteredSealProof, pieces: [PieceInfo]) throws(SyscallError) -> CID {
    try verify(prices.unsealedSectorCID()) { (proofs) throws(ProofVerifierError) in
      try proofs.unsealedSectorCID(type: type, pieces: pieces)
    }
  }

  func verifyPoSt(_ info: PoStVerifyInfo) throws(SyscallError) -> Bool {
    try verify(prices.verifyPoSt(sectors: info.sectors.count)) { (proofs) throws(ProofVerifierError) in
      try proofs.verifyWindowPoSt(info)
    }
  }

  func verifySeals(_ infos: [SealVerifyInfo]) throws(SyscallError) -> [Bool] {
    var results: [Bool] = []
    for info in infos {
      // A seal that cannot be one does not hold; the others may.
      let holds = try verify(prices.onVerifySeal()) { (proofs) throws(ProofVerifierError) in
        (try? proofs.verifySeal(info)) ?? false
      }
      results.append(holds)
    }
    return results
  }

  func verifyAggregateSeals(_ info: AggregateSealVerifyInfo) throws(SyscallError) -> Bool {
    // There is no one to ask: no method that is built takes aggregates.
    throw .illegalOperation
  }
}
