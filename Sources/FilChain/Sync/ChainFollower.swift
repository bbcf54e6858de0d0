public import FilCore
public import FilVM
internal import Synchronization

/// Follows a chain: validates blocks, executes their tipsets, and keeps the heaviest chain as the head.
///
/// Blocks come in any way, each after its parents. Everything here is synchronous; whoever fetches blocks from others
/// does so before.
public final class ChainFollower<Blocks: Blockstore>: Sendable {
  /// The chain.
  public let chain: ChainStore<Blocks>
  /// The network.
  public let parameters: NetworkParameters
  private let executor: TipsetExecutor<Blocks>
  private let validator: BlockValidator<Blocks>
  private let state = Mutex(State())

  private struct State {
    /// What executing tipsets came to.
    var outcomes: [TipsetKey: (epoch: ChainEpoch, outcome: TipsetOutcome)] = [:]
    /// The blocks of an epoch on the same parents.
    var siblings: [Slot: [BlockHeader]] = [:]
  }

  /// The place of a tipset.
  private struct Slot: Hashable {
    let epoch: ChainEpoch
    let parents: TipsetKey
  }

  /// How many epochs are remembered before the head.
  private static var memory: ChainEpoch { 1_000 }

  /// A follower that stands on a genesis.
  ///
  /// - Parameters:
  ///   - genesis: The genesis block, whose state is in the store.
  ///   - chain: Where the chain is kept.
  ///   - parameters: The network.
  ///   - proofs: Who verifies proofs of storage.
  /// - Throws: `ChainError` if the store fails, or the block is no genesis.
  public init(
    genesis: BlockHeader, chain: ChainStore<Blocks>, parameters: NetworkParameters, proofs: any ProofVerifier
  ) throws(ChainError) {
    self.chain = chain
    self.parameters = parameters
    executor = TipsetExecutor(parameters: parameters, store: chain.blocks, proofs: proofs)
    validator = BlockValidator(chain: chain, parameters: parameters, proofs: proofs)
    let tipset = try chainResult(.malformed, "genesis") { () throws(TipsetError) in try Tipset([genesis]) }
    guard genesis.height == 0 else { throw ChainError(.malformed, "genesis of epoch \(genesis.height)") }
    try chain.put(FullBlock(header: genesis, messages: BlockMessages()))
    if try chain.head() == nil { try chain.setHead(tipset) }
  }

  /// The heaviest tipset.
  ///
  /// - Throws: `ChainError` if the store fails.
  public func head() throws(ChainError) -> Tipset {
    guard let head = try chain.head() else { throw ChainError(.malformed, "no head") }
    return head
  }

  /// What the messages of a tipset came to; it is executed if it was not.
  ///
  /// - Throws: `ChainError` if the state before it is not here.
  public func outcome(of tipset: Tipset) throws(ChainError) -> TipsetOutcome {
    if let known = state.withLock({ $0.outcomes[tipset.key]?.outcome }) { return known }
    let executed = try chainResult(.state, "executing \(tipset)") { () throws(ExecutionError) in
      try executor.execute(tipset, of: chain)
    }
    state.withLock { $0.outcomes[tipset.key] = (tipset.epoch, executed.outcome) }
    return executed.outcome
  }

  /// Tries a message on the state after the head, in the epoch after it; nothing is kept.
  ///
  /// - Parameter message: The message; its gas limit and its nonce do not matter.
  /// - Returns: What would come of it.
  /// - Throws: `ExecutionError` if the state cannot be read.
  public func simulate(_ message: Message) throws(ExecutionError) -> ApplyResult {
    do {
      let head = try head()
      let state = try outcome(of: head).stateRoot
      let randomness = TipsetRandomness(chain: chain, tipset: head, parameters: parameters)
      return try executor.simulate(message, on: state, epoch: head.epoch + 1, randomness: randomness)
    } catch let error as ExecutionError {
      throw error
    } catch {
      throw ExecutionError(.machine, "\(error)")
    }
  }

  /// What came of a message of the head's chain.
  ///
  /// - Parameters:
  ///   - message: The CID by which blocks name it.
  ///   - epochs: How many epochs before the head are searched.
  /// - Returns: The tipset that it was in and its receipt; `nil` if it was not found.
  /// - Throws: `ChainError` if the chain cannot be read.
  public func receipt(
    of message: CID, searching epochs: ChainEpoch
  ) throws(ChainError) -> (tipset: Tipset, receipt: Receipt)? {
    let head = try head()
    var tipset = head
    while tipset.epoch > 0, tipset.epoch >= head.epoch - epochs {
      let messages = try chain.executedMessages(of: tipset).flatMap { $0 }
      if let index = messages.firstIndex(where: { $0.cid == message }) {
        let receipts = try self.receipts(of: tipset)
        guard index < receipts.count else { throw ChainError(.malformed, "\(receipts.count) receipts of \(tipset)") }
        return (tipset, receipts[index])
      }
      tipset = try chain.parent(of: tipset)
    }
    return nil
  }

  /// The receipts of a tipset, in the order of its executed messages.
  ///
  /// - Throws: `ChainError` if the chain cannot be read.
  public func receipts(of tipset: Tipset) throws(ChainError) -> [Receipt] {
    try ReceiptArray.load(try outcome(of: tipset).receiptsRoot, from: chain.blocks)
  }

  /// Executes a tipset again, for what came of each message.
  ///
  /// - Throws: `ChainError` if the state before it is not here.
  public func replay(_ tipset: Tipset) throws(ChainError) -> ExecutedTipset {
    try chainResult(.state, "executing \(tipset)") { () throws(ExecutionError) in
      try executor.execute(tipset, of: chain)
    }
  }

  /// Takes a block: validates and executes it, and makes its tipset the head if that is heavier.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - now: The time in seconds since 1970, to refuse blocks of the future.
  /// - Returns: The new head; `nil` if the head stays.
  /// - Throws: `BlockFailure` if it breaks a rule, or its parents are not here.
  @discardableResult
  public func accept(_ block: FullBlock, now: UInt64? = nil) throws(BlockFailure) -> Tipset? {
    let parents: Tipset
    do {
      parents = try chain.tipset(TipsetKey(block.header.parents))
    } catch {
      throw error.code == .malformed ? .refused(BlockError(.parents, error.description)) : .undecided(error)
    }
    let outcome = try decide { () throws(ChainError) -> TipsetOutcome in try self.outcome(of: parents) }
    let checked = try validator.check(block, parentOutcome: outcome, now: now)
    return try decide { () throws(ChainError) -> Tipset? in
      try chain.put(checked.block)
      return try extend(checked.block.header)
    }
  }

  /// Adds a checked block to its tipset, and makes that the head if it is heavier.
  private func extend(_ header: BlockHeader) throws(ChainError) -> Tipset? {
    let slot = Slot(epoch: header.height, parents: TipsetKey(header.parents))
    let blocks = state.withLock { state -> [BlockHeader] in
      var blocks = state.siblings[slot] ?? []
      // Of two blocks of one miner the first counts.
      if !blocks.contains(where: { $0.miner == header.miner }) { blocks.append(header) }
      state.siblings[slot] = blocks
      return blocks
    }
    let tipset = try chainResult(.malformed, "tipset") { () throws(TipsetError) in try Tipset(blocks) }
    let head = try head()
    guard try isHeavier(tipset, than: head) else { return nil }
    try chain.setHead(tipset)
    forget(before: tipset.epoch - Self.memory)
    return tipset
  }

  /// Whether a tipset's chain is heavier; of equal ones that with the lower ticket counts.
  private func isHeavier(_ tipset: Tipset, than head: Tipset) throws(ChainError) -> Bool {
    guard tipset != head else { return false }
    guard head.epoch > 0 else { return true }
    let (new, old) = (try chain.weight(of: tipset, parameters), try chain.weight(of: head, parameters))
    return new == old ? tipset.ticket.digest < head.ticket.digest : new > old
  }

  private func forget(before epoch: ChainEpoch) {
    state.withLock { state in
      state.siblings = state.siblings.filter { $0.key.epoch >= epoch }
      state.outcomes = state.outcomes.filter { $0.value.epoch >= epoch }
    }
  }
}
