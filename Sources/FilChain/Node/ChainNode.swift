public import FilCore
public import FilCrypto
public import FilVM
internal import Synchronization

/// A node's chain: follows it, holds messages that are not on it yet, and sends its own.
public final class ChainNode<Blocks: Blockstore>: Sendable {
  /// What follows the chain.
  public let follower: ChainFollower<Blocks>
  /// The keys that the node signs with.
  public let wallet: any Wallet
  private let pool: Mutex<MessagePool>

  /// The gas that is asked for beyond what a trial used, in percent.
  private static var gasMarginPercent: Int64 { 125 }
  /// What the block's miner gets for each unit of gas, in attoFIL.
  private static var premium: TokenAmount { TokenAmount(atto: 100_000) }

  /// A node on a chain.
  public init(_ follower: ChainFollower<Blocks>, wallet: any Wallet) {
    self.follower = follower
    self.wallet = wallet
    pool = Mutex(MessagePool())
  }

  /// The network.
  public var parameters: NetworkParameters { follower.parameters }
  /// The chain.
  public var chain: ChainStore<Blocks> { follower.chain }

  // MARK: State

  /// The state after the head.
  ///
  /// - Throws: `ChainError` if it cannot be read.
  public func headState() throws(ChainError) -> StateTree<Blocks> {
    try state(try follower.outcome(of: try follower.head()).stateRoot)
  }

  private func state(_ root: CID) throws(ChainError) -> StateTree<Blocks> {
    try chainResult(.state, "state \(root)") { () throws(VMError) in
      try StateTree(root: root, store: chain.blocks)
    }
  }

  /// The state of an actor after the head, as a type that the caller knows it to have.
  ///
  /// - Parameters:
  ///   - type: The type of the state, such as `PowerState` or `MinerState`.
  ///   - actor: The actor.
  /// - Returns: The state, whose links lead into the chain's blocks.
  /// - Throws: `ChainError` if there is no such actor, or its state is none of this type.
  public func state<State: CBORDecodable>(
    _ type: State.Type = State.self, of actor: Address
  ) throws(ChainError) -> State {
    let tree = try headState()
    return try chainResult(.state, "state of \(actor)") { () throws(VMError) in
      guard let id = try tree.resolve(actor) else { throw VMError(.state, "no actor \(actor)") }
      return try tree.state(type, of: id)
    }
  }

  /// The account of a key after the head; `nil` if there is none that may send messages.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  public func account(of key: Address) throws(ChainError) -> SenderState? {
    try account(of: key, in: try headState())
  }

  private func account(of key: Address, in tree: StateTree<Blocks>) throws(ChainError) -> SenderState? {
    let record = try chainResult(.state, "\(key)") { () throws(VMError) -> ActorRecord? in
      guard let id = try tree.resolve(key) else { return nil }
      return try tree.get(id)
    }
    guard let record, record.maySend(parameters.actorCodes) else { return nil }
    return SenderState(nonce: record.nonce, balance: record.balance)
  }

  // MARK: Messages

  /// Signs a message and puts it in the pool.
  ///
  /// - Parameter request: The message; its gas limit is what a trial on the head uses, and a margin.
  /// - Returns: The signed message, for others to be told of.
  /// - Throws: `SendError` if it would fail, or is not taken.
  public func send(_ request: MessageRequest) throws(SendError) -> SignedMessage {
    let account = try sender(request.from)
    var message = Message(
      to: request.to, from: request.from,
      nonce: pool.withLock { $0.nextNonce(of: request.from, after: account.nonce) }, value: request.value,
      method: request.method, params: request.params)
    message.gasLimit = try estimateGas(message)
    let fee: TokenAmount
    do {
      fee = try chain.nextBaseFee(after: try follower.head(), parameters)
    } catch {
      throw .chain(error)
    }
    // The base fee rises by an eighth at most from one epoch to the next.
    message.gasFeeCap = fee * 2 + Self.premium
    message.gasPremium = Self.premium
    let signed: SignedMessage
    do {
      signed = try wallet.sign(message, by: request.from, ethereumChainID: parameters.ethereumChainID)
    } catch {
      throw .signature("\(error)")
    }
    try add(signed, account)
    return signed
  }

  /// The message in the pool that blocks name by a CID; `nil` if it is not here.
  public func pooledMessage(_ cid: CID) -> SignedMessage? { pool.withLock { $0[cid] } }

  /// Takes a message from others.
  ///
  /// - Returns: Whether it is new.
  /// - Throws: `SendError` if its signature does not hold, or the pool does not take it.
  @discardableResult
  public func receive(_ signed: SignedMessage) throws(SendError) -> Bool {
    if pool.withLock({ $0.contains(signed) }) { return false }
    let length = signed.cbor.count
    guard length <= parameters.maxMessageBytes else { throw .tooLong(length) }
    do {
      let verifier = SignatureVerifier(ethereumChainID: parameters.ethereumChainID)
      try verifier.verify(signed, by: signed.message.from)
    } catch {
      throw .signature("\(error)")
    }
    return try add(signed, try sender(signed.message.from))
  }

  private func sender(_ key: Address) throws(SendError) -> SenderState {
    do {
      if let account = try account(of: key) { return account }
    } catch {
      throw .chain(error)
    }
    throw .unknownSender(key)
  }

  @discardableResult
  private func add(_ signed: SignedMessage, _ account: SenderState) throws(SendError) -> Bool {
    let syntax = try nextSyntax()
    let result = pool.withLock { pool -> Result<Bool, MessagePoolError> in
      do throws(MessagePoolError) {
        return .success(try pool.add(signed, sender: account, syntax: syntax))
      } catch {
        return .failure(error)
      }
    }
    do {
      return try result.get()
    } catch {
      throw .pool(error)
    }
  }

  /// What a block on the head may carry.
  private func nextSyntax() throws(SendError) -> MessageSyntax {
    do {
      return MessageSyntax(at: try follower.head().epoch + 1, parameters)
    } catch {
      throw .chain(error)
    }
  }

  /// Tries a message on the head.
  private func estimateGas(_ message: Message) throws(SendError) -> Int64 {
    let result: ApplyResult
    do {
      result = try follower.simulate(message)
    } catch {
      throw .execution(error)
    }
    guard result.receipt.exitCode.isSuccess else { throw .wouldFail(result.receipt.exitCode, result.failure) }
    let prices = PriceList.at(networkVersion: parameters.networkVersion(at: (try? follower.head().epoch) ?? 0))
    // The gas fields grow by some bytes when they are filled in, and a signature follows.
    let inclusion = prices?.onChainMessage(bytes: message.cbor.count + 128).total.roundedUp ?? 0
    return min(
      parameters.fees.blockGasLimit, (result.receipt.gasUsed + inclusion) * Self.gasMarginPercent / 100)
  }

  // MARK: Blocks

  /// Takes a block, and forgets messages that the new head has used.
  ///
  /// - Returns: The new head; `nil` if the head stays.
  /// - Throws: `BlockFailure` if the block breaks a rule, or its parents are not here.
  @discardableResult
  public func accept(_ block: FullBlock, now: UInt64? = nil) throws(BlockFailure) -> Tipset? {
    let head = try follower.accept(block, now: now)
    guard head != nil else { return nil }
    let senders = pool.withLock { $0.allSenders }
    guard !senders.isEmpty else { return head }
    let state = try decide { () throws(ChainError) in try headState() }
    for sender in senders {
      let account = try decide { () throws(ChainError) in try self.account(of: sender, in: state) }
      if let account { pool.withLock { $0.prune(sender, before: account.nonce) } }
    }
    return head
  }

  /// The messages that a block should carry.
  ///
  /// - Parameters:
  ///   - epoch: The block's epoch.
  ///   - outcome: What the messages of its parents came to.
  ///   - baseFee: The block's base fee.
  /// - Returns: The messages, those of each sender in the order of their nonces.
  /// - Throws: `ChainError` if the state cannot be read.
  public func messages(
    at epoch: ChainEpoch, after outcome: TipsetOutcome, baseFee: TokenAmount
  ) throws(ChainError) -> [SignedMessage] {
    let parentState = try state(outcome.stateRoot)
    let current = pool.withLock { $0 }
    return try current.select(
      MessageSyntax(at: epoch, parameters), baseFee: baseFee, gasLimit: parameters.fees.blockGasLimit,
      maxCount: parameters.maxBlockMessages
    ) { (sender) throws(ChainError) in try self.account(of: sender, in: parentState) }
  }
}
