internal import FilActors
public import FilCore

/// The virtual machine: executes the messages of one epoch on a state tree.
///
/// Built-in actors run natively. What they compute costs no gas so far, only what they ask of the machine does; so gas
/// figures are lower than the network's.
public final class Machine<Base: Blockstore> {
  /// What the messages are executed with.
  public let context: MachineContext
  /// The state, with the changes so far.
  public let tree: StateTree<BufferedBlockstore<Base>>

  /// A machine on the state with a root.
  ///
  /// - Throws: `VMError` if the store fails, or there is no such state.
  public init(root: CID, store: Base, context: MachineContext) throws(VMError) {
    self.context = context
    tree = try StateTree(root: root, store: BufferedBlockstore(over: store))
  }

  /// Executes a message that the system sends: it has no nonce and pays no gas.
  ///
  /// - Throws: `VMError` if the machine cannot go on.
  public func applyImplicit(_ message: Message) throws(VMError) -> ApplyResult {
    guard let sender = try tree.resolve(message.from) else {
      return ApplyResult(notRun: .senderInvalid, "no sender \(message.from)")
    }
    let outcome = try execute(message, sender: sender, inclusion: nil)
    return ApplyResult(receipt: outcome.receipt, gas: GasOutputs(), events: outcome.events, failure: outcome.failure)
  }

  /// Executes a message of a block.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - size: The bytes that the chain carries: those of the signed message, or of the message alone for BLS.
  /// - Returns: What came of it.
  /// - Throws: `VMError` if the machine cannot go on; a message that fails is no such failure.
  public func apply(_ message: Message, size: Int) throws(VMError) -> ApplyResult {
    let inclusion = context.prices.onChainMessage(bytes: size)
    let inclusionGas = inclusion.total.roundedUp
    guard inclusionGas <= message.gasLimit else {
      let penalty = context.baseFee * inclusionGas
      return ApplyResult(notRun: .outOfGas, "\(inclusionGas) > \(message.gasLimit)", penalty: penalty)
    }
    let gasCost = message.gasFeeCap * message.gasLimit
    let sender: ActorID
    switch try admit(message, gasCost: gasCost) {
    case .failure(let refusal):
      return ApplyResult(notRun: refusal.exitCode, refusal.message, penalty: context.baseFee * message.gasLimit)
    case .success(let id): sender = id
    }
    let outcome = try execute(message, sender: sender, inclusion: inclusion)
    let gas = GasOutputs(
      used: outcome.receipt.gasUsed, limit: message.gasLimit, baseFee: context.baseFee, feeCap: message.gasFeeCap,
      premium: message.gasPremium)
    try tree.deposit(gas.baseFeeBurn, to: SingletonActors.burntFunds)
    try tree.deposit(gas.minerTip, to: SingletonActors.reward)
    try tree.deposit(gas.overEstimationBurn, to: SingletonActors.burntFunds)
    try tree.deposit(gas.refund, to: sender)
    return ApplyResult(receipt: outcome.receipt, gas: gas, events: outcome.events, failure: outcome.failure)
  }

  /// Takes the money for a message's gas and counts its nonce, if its sender may send it.
  private func admit(_ message: Message, gasCost: TokenAmount) throws(VMError) -> Result<ActorID, ActorError> {
    guard let id = try tree.resolve(message.from), var sender = try tree.get(id) else {
      return .failure(ActorError(.senderInvalid, "no sender \(message.from)"))
    }
    let type = context.codes.type(of: sender.code)
    let isNewEthereum =
      type == .placeholder && sender.nonce == 0
      && sender.delegatedAddress?.delegated?.namespace == Address.ethereumNamespace
    if isNewEthereum { sender.code = context.codes[.ethAccount] }
    guard isNewEthereum || type == .account || type == .ethAccount else {
      return .failure(ActorError(.senderInvalid, "\(message.from) is no account"))
    }
    guard message.nonce == sender.nonce else {
      return .failure(ActorError(.senderStateInvalid, "nonce \(message.nonce), expected \(sender.nonce)"))
    }
    guard sender.balance >= gasCost else {
      return .failure(ActorError(.senderStateInvalid, "balance \(sender.balance) is less than \(gasCost)"))
    }
    sender.nonce += 1
    sender.balance = sender.balance - gasCost
    tree.set(id, to: sender)
    return .success(id)
  }

  private func execute(
    _ message: Message, sender: ActorID, inclusion: GasCharge?
  ) throws(VMError) -> (receipt: Receipt, events: [StampedEvent], failure: String) {
    let call = MessageCall(
      tree: tree, context: context, origin: (sender, message.from), receiver: try tree.resolve(message.to),
      message: message)
    let result: CallResult
    do {
      if let inclusion { try call.gas.charge(inclusion) }
      result = try call.run(message)
    } catch {
      result = try CallResult(ending: error)
    }
    let receipt = Receipt(
      exitCode: result.exitCode, returnData: result.returned?.bytes ?? [], gasUsed: call.gas.used.roundedUp,
      eventsRoot: try eventsRoot(call.events))
    return (receipt, call.events, result.failure)
  }

  private func eventsRoot(_ events: [StampedEvent]) throws(VMError) -> CID? {
    guard !events.isEmpty else { return nil }
    return try orFail(.store) { () throws(CollectionError) in
      var array = AMT<StampedEvent, _>(store: tree.store, configuration: AMTConfiguration(bitWidth: 5))
      for (index, event) in events.enumerated() { try array.set(UInt64(index), to: event) }
      return try array.flush()
    }
  }

  /// Stores the state and what it reaches.
  ///
  /// - Parameter events: The roots of events that are to be stored too.
  /// - Returns: The root of the state.
  /// - Throws: `VMError` if the store fails.
  public func flush(keeping events: [CID] = []) throws(VMError) -> CID {
    let root = try tree.flush()
    try orFail(.store) { () throws(StoreError) in try tree.store.flush(roots: events + [root]) }
    return root
  }
}

extension ApplyResult {
  /// A message that was not run.
  fileprivate init(notRun exitCode: ExitCode, _ failure: String, penalty: TokenAmount = .zero) {
    receipt = Receipt(exitCode: exitCode, returnData: [], gasUsed: 0, eventsRoot: nil)
    gas = GasOutputs(minerPenalty: penalty)
    events = []
    self.failure = failure
  }
}

extension CallResult {
  /// The end of a message whose first call came to no exit code of its own.
  ///
  /// - Throws: `VMError` if the machine cannot go on.
  fileprivate init(ending failure: CallFailure) throws(VMError) {
    switch failure {
    case .fatal(let error): throw error
    case .outOfGas: self.init(exitCode: .outOfGas, failure: "out of gas")
    case .refused(.insufficientFunds): self.init(exitCode: .insufficientFunds, failure: "insufficient funds")
    case .refused(.notFound): self.init(exitCode: .invalidReceiver, failure: "no receiver")
    case .refused(let reason): self.init(exitCode: .assertionFailed, failure: "\(reason)")
    }
  }
}
