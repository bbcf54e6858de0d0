internal import FilActors
public import FilCore
public import FilVM

/// Executes tipsets: the messages of their blocks, the rewards, and the work at the end of each epoch.
public struct TipsetExecutor<Store: Blockstore>: Sendable {
  /// The network.
  public let parameters: NetworkParameters
  /// Where states are read and written.
  public let store: Store
  private let proofs: any ProofVerifier

  /// An executor.
  ///
  /// - Parameters:
  ///   - parameters: The network.
  ///   - store: Where states are read and written.
  ///   - proofs: Who verifies proofs of storage.
  public init(parameters: NetworkParameters, store: Store, proofs: any ProofVerifier) {
    self.parameters = parameters
    self.store = store
    self.proofs = proofs
  }

  /// Executes a tipset on the state after its parents; the results are in the store when this returns.
  ///
  /// - Parameters:
  ///   - tipset: The tipset.
  ///   - randomness: The randomness of the chain that it stands on.
  /// - Returns: The state after it, and its receipts.
  /// - Throws: `ExecutionError` if the machine or the store fails.
  public func execute(
    _ tipset: TipsetInput, randomness: any ChainRandomness
  ) throws(ExecutionError) -> ExecutedTipset {
    var state = tipset.parentState
    // Where nobody won, the epoch still ends.
    for epoch in stride(from: tipset.parentEpoch + 1, to: tipset.epoch, by: 1) {
      let machine = try machine(state, epoch: epoch, baseFee: tipset.baseFee, randomness)
      try endEpoch(machine)
      state = try run { () throws(VMError) in try machine.flush() }
    }
    let machine = try machine(state, epoch: tipset.epoch, baseFee: tipset.baseFee, randomness)
    var results: [ExecutedTipset.ExecutedMessage] = []
    var executed: Set<CID> = []
    for block in tipset.blocks {
      let ofBlock = try execute(block, except: &executed, on: machine)
      try reward(block, for: ofBlock.map(\.result), on: machine)
      results += ofBlock
    }
    try endEpoch(machine)
    let receipts = try receiptsRoot(results.map(\.result.receipt))
    let root = try run { () throws(VMError) in
      try machine.flush(keeping: results.compactMap(\.result.receipt.eventsRoot))
    }
    return ExecutedTipset(outcome: TipsetOutcome(stateRoot: root, receiptsRoot: receipts), results: results)
  }

  /// Executes a tipset of a chain.
  ///
  /// - Parameters:
  ///   - tipset: The tipset; its parents are in the chain, and what their messages led to is in the store.
  ///   - chain: The chain.
  /// - Returns: The state after it, and its receipts; those of the genesis are what its header names.
  /// - Throws: `ExecutionError` if the machine or the store fails.
  public func execute(_ tipset: Tipset, of chain: ChainStore<Store>) throws(ExecutionError) -> ExecutedTipset {
    guard tipset.epoch > 0 else {
      let outcome = TipsetOutcome(
        stateRoot: tipset.parentStateRoot, receiptsRoot: tipset.parentMessageReceipts)
      return ExecutedTipset(outcome: outcome, results: [])
    }
    let input: TipsetInput
    do {
      let messages = try chain.executedMessages(of: tipset)
      let blocks = zip(tipset.blocks, messages).map { header, messages in
        RewardedBlock(miner: header.miner, winCount: header.electionProof?.winCount ?? 0, messages: messages)
      }
      input = TipsetInput(
        epoch: tipset.epoch, parentEpoch: try chain.parent(of: tipset).epoch, parentState: tipset.parentStateRoot,
        baseFee: tipset.baseFee, blocks: blocks)
    } catch {
      throw ExecutionError(.machine, error.description)
    }
    let randomness = TipsetRandomness(chain: chain, tipset: tipset, parameters: parameters)
    return try execute(input, randomness: randomness)
  }

  /// Tries a message on a state; nothing is kept.
  ///
  /// - Returns: What would come of it, run without paying for gas.
  /// - Throws: `ExecutionError` if the machine or the store fails.
  func simulate(
    _ message: Message, on state: CID, epoch: ChainEpoch, randomness: any ChainRandomness
  ) throws(ExecutionError) -> ApplyResult {
    let machine = try machine(state, epoch: epoch, baseFee: .zero, randomness)
    var message = message
    message.gasLimit = parameters.fees.blockGasLimit
    let tried = message
    return try run { () throws(VMError) in try machine.applyImplicit(tried) }
  }

  /// A machine for an epoch on a state.
  ///
  /// - Throws: `ExecutionError` if the store fails, or there is no such state.
  func machine(
    _ state: CID, epoch: ChainEpoch, baseFee: TokenAmount, _ randomness: any ChainRandomness
  ) throws(ExecutionError) -> Machine<Store> {
    try run { () throws(VMError) in
      let tree = try StateTree(root: state, store: store)
      let supply = try CirculatingSupply(at: epoch, in: tree, parameters)
      let context = try MachineContext(
        epoch: epoch, networkVersion: parameters.networkVersion(at: epoch), baseFee: baseFee,
        circulatingSupply: supply.circulating, chainID: parameters.ethereumChainID, policy: parameters.policy,
        codes: parameters.actorCodes, randomness: randomness, proofs: proofs)
      return try Machine(root: state, store: store, context: context)
    }
  }

  private func execute(
    _ block: RewardedBlock, except executed: inout Set<CID>, on machine: Machine<Store>
  ) throws(ExecutionError) -> [ExecutedTipset.ExecutedMessage] {
    var results: [ExecutedTipset.ExecutedMessage] = []
    for message in block.messages where executed.insert(message.message.cid).inserted {
      let size = message.bytes.count
      let result = try run { () throws(VMError) in try machine.apply(message.message, size: size) }
      results.append(ExecutedTipset.ExecutedMessage(message: message, result: result))
    }
    return results
  }

  private func reward(
    _ block: RewardedBlock, for results: [ApplyResult], on machine: Machine<Store>
  ) throws(ExecutionError) {
    let params = AwardBlockRewardParams(
      miner: block.miner, penalty: results.reduce(.zero) { $0 + $1.gas.minerPenalty },
      gasReward: results.reduce(.zero) { $0 + $1.gas.minerTip }, winCount: block.winCount)
    try sendFromSystem(
      to: .rewardActor, RewardActor.Method.awardBlockReward, params.cbor, gasLimit: 1 << 30, on: machine)
  }

  private func endEpoch(_ machine: Machine<Store>) throws(ExecutionError) {
    // The limit is never reached.
    let gasLimit = parameters.fees.blockGasLimit * 10_000
    try sendFromSystem(to: .cronActor, CronActor.Method.epochTick, [], gasLimit: gasLimit, on: machine)
  }

  private func sendFromSystem(
    to: Address, _ method: MethodNumber, _ params: [UInt8], gasLimit: Int64, on machine: Machine<Store>
  ) throws(ExecutionError) {
    let message = Message(
      to: to, from: .systemActor, nonce: UInt64(machine.context.epoch), gasLimit: gasLimit, method: method,
      params: params)
    let result = try run { () throws(VMError) in try machine.applyImplicit(message) }
    guard result.receipt.exitCode.isSuccess else {
      throw ExecutionError(.systemMessage, "\(to) method \(method): \(result.receipt.exitCode): \(result.failure)")
    }
  }

  private func receiptsRoot(_ receipts: [Receipt]) throws(ExecutionError) -> CID {
    do {
      var array = AMT<Receipt, _>(store: store, configuration: .legacy)
      for (index, receipt) in receipts.enumerated() { try array.set(UInt64(index), to: receipt) }
      return try array.flush()
    } catch {
      throw ExecutionError(.machine, error.description)
    }
  }

  private func run<Value>(_ body: () throws(VMError) -> Value) throws(ExecutionError) -> Value {
    do {
      return try body()
    } catch {
      throw ExecutionError(.machine, error.description)
    }
  }
}
