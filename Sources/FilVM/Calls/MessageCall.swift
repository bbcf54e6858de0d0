internal import FilActors
internal import FilCore

/// How a call ended.
struct CallResult {
  var exitCode: ExitCode
  var returned: IPLDBlock?
  var failure = ""

  /// The end of a plain transfer.
  static let ok = CallResult(exitCode: .ok)
}

/// The calls that one message makes, and all that they share.
final class MessageCall<Base: Blockstore> {
  typealias Store = BufferedBlockstore<Base>

  /// How deep calls may go.
  private static var maxDepth: Int { 1024 }

  let tree: StateTree<Store>
  let context: MachineContext
  let gas: GasTracker
  /// Why the machine cannot go on; all calls are void then.
  let failure = MachineFailure()
  /// Who sent the message, and by which address.
  let origin: (id: ActorID, address: Address)
  let nonce: UInt64
  let premium: TokenAmount
  private(set) var events: [StampedEvent] = []
  private var access: AccessTracker
  private var createdActors: UInt64 = 0
  private var depth = 0

  init(
    tree: StateTree<Store>, context: MachineContext, origin: (id: ActorID, address: Address), receiver: ActorID?,
    message: Message
  ) {
    self.tree = tree
    self.context = context
    self.origin = origin
    nonce = message.nonce
    premium = max(.zero, min(message.gasPremium, message.gasFeeCap - context.baseFee))
    gas = GasTracker(limit: Gas(units: message.gasLimit))
    access = AccessTracker(preloaded: context.prices.preloadedActors)
    // Carrying the message on the chain pays for these.
    access.note(.updated, to: origin.id)
    if let receiver { access.note(.read, to: receiver) }
  }

  // MARK: Records

  func record(_ id: ActorID) throws(CallFailure) -> ActorRecord? {
    if access.access(to: id) < .read { try gas.charge(context.prices.onActorLookup()) }
    let record = try state { () throws(VMError) in try tree.get(id) }
    access.note(.read, to: id)
    return record
  }

  func set(_ id: ActorID, to record: ActorRecord) throws(CallFailure) {
    if access.access(to: id) < .read { try gas.charge(context.prices.onActorLookup()) }
    if access.access(to: id) < .updated { try gas.charge(context.prices.onActorUpdate()) }
    tree.set(id, to: record)
    access.note(.updated, to: id)
  }

  func resolve(_ address: Address) throws(CallFailure) -> ActorID? {
    try state { () throws(VMError) in try tree.resolve(address) }
  }

  private func state<Value>(_ body: () throws(VMError) -> Value) throws(CallFailure) -> Value {
    do {
      return try body()
    } catch {
      throw .fatal(error)
    }
  }

  // MARK: Calls

  /// Makes a call whose changes are dropped if it fails.
  func inTransaction(_ body: () throws(CallFailure) -> CallResult) throws(CallFailure) -> CallResult {
    let eventCount = events.count
    tree.beginTransaction()
    access.beginTransaction()
    var keep = false
    defer {
      tree.endTransaction(keep: keep)
      access.endTransaction(keep: keep)
      if !keep { events.removeLast(events.count - eventCount) }
    }
    let result = try body()
    keep = result.exitCode.isSuccess
    return result
  }

  /// Makes the call that the message asks for.
  func run(_ message: Message) throws(CallFailure) -> CallResult {
    let codec: Multicodec = message.method == 0 ? .raw : .cbor
    let request = CallRequest(
      from: origin.id, to: message.to, method: message.method,
      params: message.params.isEmpty ? nil : IPLDBlock(codec: codec, bytes: message.params), value: message.value)
    return try inTransaction { () throws(CallFailure) in try call(request) }
  }

  /// Calls an actor, which is created if its address allows that and it does not exist yet.
  func call(_ request: CallRequest) throws(CallFailure) -> CallResult {
    guard depth < Self.maxDepth else { throw .refused(.limitExceeded) }
    depth += 1
    defer { depth -= 1 }
    guard let limit = request.gasLimit else { return try callUnlimited(request) }
    gas.pushLimit(Gas(units: Int64(clamping: limit)))
    let result: Result<CallResult, CallFailure>
    do {
      result = .success(try callUnlimited(request))
    } catch {
      result = .failure(error)
    }
    let callerHasGas = gas.popLimit()
    if case .failure(.outOfGas) = result, callerHasGas { return CallResult(exitCode: .outOfGas) }
    return try result.get()
  }

  private func callUnlimited(_ request: CallRequest) throws(CallFailure) -> CallResult {
    if let id = try resolve(request.to) { return try call(id, request) }
    return try call(try create(request.to, isReadOnly: request.isReadOnly), request)
  }

  private func create(_ address: Address, isReadOnly: Bool) throws(CallFailure) -> ActorID {
    let isKey = address.protocol == .secp256k1 || address.protocol == .bls
    let isEthereum = address.delegated?.namespace == Address.ethereumNamespace
    guard isKey || isEthereum else { throw .refused(.notFound) }
    guard !isReadOnly else { throw .refused(.readOnly) }
    guard address != Address.zeroBLS else { throw .refused(.illegalArgument) }
    try gas.charge(context.prices.createActor(newAddress: true))
    let id = try state { () throws(VMError) in try tree.register(address) }
    if isEthereum {
      try set(id, to: ActorRecord(code: context.codes[.placeholder], delegatedAddress: address))
      return id
    }
    try set(id, to: ActorRecord(code: context.codes[.account]))
    _ = try call(
      id, CallRequest(from: SingletonActors.system, to: Address(id: id), method: 1, params: IPLDBlock(address)))
    return id
  }

  private func call(_ receiver: ActorID, _ request: CallRequest) throws(CallFailure) -> CallResult {
    guard let record = try record(receiver) else { throw .refused(.notFound) }
    if !request.value.isZero {
      try gas.charge(context.prices.valueTransfer())
      try transfer(request.value, from: request.from, to: receiver)
    }
    guard request.method != 0 else { return .ok }
    let links = request.params.map { MeteredStore<Store>.linkCount($0.bytes) } ?? 0
    try gas.charge(context.prices.methodInvocation(paramLinks: links))
    let result = try run(record.code, receiver, request)
    guard let returned = result.returned else { return result }
    try gas.charge(
      context.prices.methodReturn(
        callDepth: depth, bytes: returned.bytes.count, links: MeteredStore<Store>.linkCount(returned.bytes)))
    return result
  }

  /// Runs the code of an actor.
  private func run(_ code: CID, _ receiver: ActorID, _ request: CallRequest) throws(CallFailure) -> CallResult {
    guard let type = context.codes.type(of: code) else { throw .refused(.notFound) }
    let runtime = ActorCall(self, receiver: receiver, request)
    var result: CallResult
    do {
      result = CallResult(
        exitCode: .ok, returned: try BuiltinActors.invoke(type, request.method, request.params, runtime))
      if !runtime.hasValidatedCaller {
        result = CallResult(exitCode: .actorAssertionFailed, failure: "failed to validate caller")
      }
    } catch {
      // Exit codes below 16 are the machine's own.
      let isOwn = error.exitCode.rawValue >= 16
      result = CallResult(
        exitCode: isOwn ? error.exitCode : .illegalExitCode, returned: error.data,
        failure: "\(Address(id: receiver)) method \(request.method): \(error)")
    }
    if let error = failure.error { throw .fatal(error) }
    if gas.isExhausted { throw .outOfGas }
    return result
  }

  private func transfer(_ value: TokenAmount, from: ActorID, to: ActorID) throws(CallFailure) {
    guard value > .zero else { throw .refused(.illegalArgument) }
    guard var sender = try record(from), sender.balance >= value else { throw .refused(.insufficientFunds) }
    guard from != to else { return }
    guard var receiver = try record(to) else { throw .refused(.notFound) }
    sender.balance = sender.balance - value
    receiver.balance = receiver.balance + value
    try set(from, to: sender)
    try set(to, to: receiver)
  }

  // MARK: What actors do

  /// The address of the next actor that the message creates.
  func nextActorAddress() -> Address {
    var bytes = origin.address.cbor
    withUnsafeBytes(of: nonce.bigEndian) { bytes += $0 }
    withUnsafeBytes(of: createdActors.bigEndian) { bytes += $0 }
    return Address(actorCreatedFrom: bytes)
  }

  /// Creates an actor, or gives a placeholder its code.
  func createActor(code: CID, id: ActorID, delegatedAddress: Address?) throws(CallFailure) {
    guard context.codes.type(of: code) != .placeholder else { throw .refused(.forbidden) }
    var created: ActorRecord
    if let existing = try record(id) {
      guard context.codes.type(of: existing.code) == .placeholder, existing.delegatedAddress == delegatedAddress else {
        throw .refused(.forbidden)
      }
      created = existing
      created.code = code
    } else {
      try gas.charge(context.prices.createActor(newAddress: false))
      created = ActorRecord(code: code, delegatedAddress: delegatedAddress)
    }
    try set(id, to: created)
    createdActors += 1
  }

  /// Notes an event of an actor.
  func emit(_ event: ActorEvent, by emitter: ActorID) throws(CallFailure) {
    let entries = event.entries
    try gas.charge(
      context.prices.actorEvent(
        entries: entries.count, keyBytes: entries.reduce(0) { $0 + $1.key.utf8.count },
        valueBytes: entries.reduce(0) { $0 + $1.value.count }))
    events.append(StampedEvent(emitter: emitter, event: event))
  }
}
