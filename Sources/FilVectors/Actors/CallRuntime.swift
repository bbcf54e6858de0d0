internal import FilActors
internal import FilCore

/// A runtime that answers an actor as a recorded call was answered, and notes the first difference.
///
/// After a difference it goes on with harmless answers, so that the actor comes to an end.
final class CallRuntime<Store: Blockstore>: Runtime {
  let store: Store
  private let world: CallWorld
  private var record: CallRecord
  private(set) var difference: VectorError?
  private var root: CID?
  private var inTransaction = false
  private(set) var balance: TokenAmount

  init(_ vector: JSONValue, store: Store) throws {
    self.store = store
    world = try CallWorld(vector)
    record = try CallRecord(vector)
    root = try vector["pre_state"]?.cid()
    balance = world.balance
  }

  /// The root of the state; `nil` while there is none.
  var currentRoot: CID? { root }

  /// Requires that the call did all that was recorded and nothing else.
  func finish() throws {
    if let difference { throw difference }
    try record.finish()
  }

  // MARK: The world

  var policy: Policy { world.policy }
  var networkVersion: UInt32 { world.networkVersion }
  var message: MessageContext { world.message }
  var epoch: ChainEpoch { world.epoch }
  var chainID: UInt64 { world.chainID }
  var circulatingSupply: TokenAmount { world.circulatingSupply }
  var baseFee: TokenAmount { world.baseFee }
  func balance(of actor: ActorID) -> TokenAmount? { world.balance(of: actor) }
  func resolve(_ address: Address) -> ActorID? { world.resolve(address) }
  func delegatedAddress(of actor: ActorID) -> Address? { world.delegatedAddress(of: actor) }
  func code(of actor: ActorID) -> CID? { world.code(of: actor) }
  func type(of code: CID) -> ActorType? { ActorType.allCases.first { $0.testCode == code } }
  func code(for type: ActorType) -> CID { type.testCode }

  func requireRunning() throws(ActorError) {
    guard difference == nil else { throw diverged }
  }

  // MARK: The state

  func stateRoot() throws(ActorError) -> CID { root ?? .emptyArray }
  func setStateRoot(_ root: CID) throws(ActorError) { self.root = root }
  func setInTransaction(_ value: Bool) { inTransaction = value }

  // MARK: Comparing

  /// Runs `body`, which takes the next recorded item and compares it; `nil` after the first difference.
  private func replay<Value>(_ body: (inout CallRecord) throws -> Value) -> Value? {
    guard difference == nil else { return nil }
    do {
      return try body(&record)
    } catch {
      difference = error as? VectorError ?? VectorError("\(error)")
      return nil
    }
  }

  /// The failure after which an actor cannot go on.
  private var diverged: ActorError { ActorError(.assertionFailed, "the replay has diverged") }

  func validateCaller(_ rule: CallerRule) throws(ActorError) {
    let allowed = replay { record in
      let (name, inputs, values) = rule.recorded
      let answer = try record.nextAnswer(name)
      if let inputs {
        let recorded = try answer.requireArray(inputs).map { $0.string ?? "\($0.integer(UInt64.self) ?? 0)" }
        try expect(values, equals: recorded, "\(name) \(inputs)")
      }
      return answer["error"] == nil
    }
    guard let allowed else { throw diverged }
    if !allowed { throw ActorError(.forbidden, "caller not allowed") }
  }

  func ticketRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32 {
    try randomness("get_randomness_from_tickets", tag, epoch, entropy)
  }

  func beaconRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32 {
    try randomness("get_randomness_from_beacon", tag, epoch, entropy)
  }

  private func randomness(
    _ name: String, _ tag: RandomnessTag, _ epoch: ChainEpoch, _ entropy: [UInt8]
  ) throws(ActorError) -> Bytes32 {
    let answer = replay { record in
      let answer = try record.nextAnswer(name)
      try expect(tag.rawValue, equals: try answer.requireInteger("tag"), "\(name) tag")
      try expect(epoch, equals: try answer.requireInteger("epoch"), "\(name) epoch")
      try expect(entropy, equals: try answer.requireBytes("entropy"), "\(name) entropy")
      return answer
    }
    guard let answer else { throw diverged }
    if let error = answer["error"] { throw ActorError(recorded: error) }
    guard let value = answer["output"]?.bytes.flatMap({ Bytes32($0) }) else { throw diverged }
    return value
  }

  func send(
    to: Address, method: MethodNumber, params: IPLDBlock?, value: TokenAmount, gasLimit: UInt64?, flags: SendFlags
  ) throws(SyscallError) -> SendResult {
    if inTransaction { return SendResult(exitCode: .actorAssertionFailed, returned: nil) }
    let answer = replay { record in
      let effect = try record.nextEffect("send")
      try expect(to, equals: try effect.address("to"), "send to")
      try expect(method, equals: try effect.requireInteger("method"), "send method")
      try expect(params, equals: try effect.block("params"), "send params")
      try expect(value, equals: try effect.amount("value"), "send value")
      try expect(gasLimit, equals: effect["gas_limit"]?.integer(), "send gas limit")
      try expect(flags.rawValue, equals: try effect.requireInteger("flags"), "send flags")
      return try effect.require("answer")
    }
    guard let answer else { throw .assertionFailed }
    if let error = answer["syscall_error"]?.integer(UInt32.self) {
      throw SyscallError(rawValue: error) ?? .assertionFailed
    }
    balance = balance - value
    guard let exitCode = answer["exit_code"]?.integer(UInt32.self), let returned = try? answer.block("return")
    else { return SendResult(exitCode: ExitCode(rawValue: answer["exit_code"]?.integer() ?? 0), returned: nil) }
    return SendResult(exitCode: ExitCode(rawValue: exitCode), returned: returned)
  }

  func newActorAddress() throws(ActorError) -> Address {
    guard let address = replay({ try $0.nextEffect("new_actor_address").address("output") }) else { throw diverged }
    return address
  }

  func createActor(code: CID, id: ActorID, delegatedAddress: Address?) throws(ActorError) {
    let effect = replay { record in
      let effect = try record.nextEffect("create_actor")
      try expect(code, equals: try effect.require("code").cid(), "created code")
      try expect(id, equals: try effect.requireInteger("id"), "created id")
      try expect(delegatedAddress, equals: try effect["delegated_address"]?.address(), "delegated address")
      return effect
    }
    guard let effect else { throw diverged }
    if let error = effect["error"] { throw ActorError(recorded: error) }
  }

  func emit(_ event: ActorEvent) throws(ActorError) {
    let fits: Void? = replay { record in
      let recorded = try record.nextEffect("event").requireArray("entries").map { entry in
        ActorEvent.Entry(
          flags: try entry.requireInteger("flags"), key: try entry.requireString("key"),
          codec: Multicodec(rawValue: try entry.requireInteger("codec")), value: try entry.requireBytes("value"))
      }
      try expect(event.entries, equals: recorded, "event")
    }
    if fits == nil { throw diverged }
  }

  // MARK: Cryptography, as the test answered it

  func blake2b256(_ bytes: [UInt8]) -> Bytes32 {
    let recorded = record.recordedHash(of: bytes.hex).flatMap { [UInt8](hex: $0) }.flatMap { Bytes32($0) }
    return recorded ?? BLAKE2b.hash256(bytes)
  }

  func verifySignature(_ signature: Signature, signer: Address, of bytes: [UInt8]) -> Bool {
    replay { record in
      let answer = try record.nextAnswer("verify_signature")
      try expect(signature.data, equals: try answer.requireBytes("signature"), "signature")
      try expect(signature.type.rawValue, equals: try answer.requireInteger("signature_type"), "signature type")
      try expect(signer, equals: try answer.address("signer"), "signer")
      try expect(bytes, equals: try answer.requireBytes("plaintext"), "signed bytes")
      return answer["output"]?.bool ?? false
    } ?? false
  }

  func unsealedSectorCID(type: RegisteredSealProof, pieces: [PieceInfo]) throws(SyscallError) -> CID {
    let answer = replay { record in
      let answer = try record.nextAnswer("compute_unsealed_sector_cid")
      try expect(type.rawValue, equals: try answer.requireInteger("proof_type"), "seal type")
      let recorded = try answer.requireArray("pieces").map {
        PieceInfo(size: try $0.requireInteger("size"), cid: try $0.require("cid").cid())
      }
      try expect(pieces, equals: recorded, "pieces")
      return try answer["output"]?.cid()
    }
    guard case .some(.some(let cid)) = answer else { throw .illegalArgument }
    return cid
  }

  func verifyPoSt(_ info: PoStVerifyInfo) throws(SyscallError) -> Bool {
    let answer = replay { record in
      let answer = try record.nextAnswer("verify_post")
      try expect(info, equals: try PoStVerifyInfo(recorded: answer), "PoSt")
      return answer
    }
    guard let answer, answer["error"] == nil else { throw .illegalArgument }
    return answer["output"]?.bool ?? false
  }

  func verifySeals(_ infos: [SealVerifyInfo]) throws(SyscallError) -> [Bool] {
    let output = replay { record in
      let answer = try record.nextAnswer("batch_verify_seals")
      try expect(infos, equals: try answer.requireArray("batch").map(SealVerifyInfo.init(recorded:)), "seals")
      return try answer.requireArray("output").map { $0.bool ?? false }
    }
    guard let output else { throw .assertionFailed }
    return output
  }

  func verifyAggregateSeals(_ info: AggregateSealVerifyInfo) throws(SyscallError) -> Bool {
    let answer = replay { record in
      let answer = try record.nextAnswer("verify_aggregate_seals")
      try expect(info, equals: try AggregateSealVerifyInfo(recorded: answer), "aggregate")
      return answer
    }
    guard let answer else { throw .assertionFailed }
    return answer["error"] == nil && answer["output"]?.bool ?? false
  }
}

extension ActorError {
  /// The failure that the recording gives.
  fileprivate init(recorded error: JSONValue) {
    let code: UInt32 = error["exit_code"]?.integer() ?? ExitCode.unspecified.rawValue
    self.init(ExitCode(rawValue: code), error["message"]?.string ?? "")
  }
}

extension CallerRule {
  /// How the recording names the rule: the question, the name of its inputs, and the inputs.
  fileprivate var recorded: (name: String, inputs: String?, values: [String]) {
    switch self {
    case .any: ("validate_caller_any", nil, [])
    case .actors(let addresses): ("validate_caller_is", "addresses", addresses.map(\.description))
    case .types(let types): ("validate_caller_type", "types", types.map { "\($0)".lowercased() })
    case .namespaces(let ids): ("validate_caller_namespace", "namespaces", ids.map { "\($0)" })
    }
  }
}
