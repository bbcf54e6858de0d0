public import FilCore

/// Messages that are not on the chain yet, by their senders' keys.
///
/// Whoever adds a message has checked its signature and its length; the pool looks after form, nonces, prices and bounds.
/// It holds no state of the chain: what it needs of a sender's account and of the epoch is given with each call.
public struct MessagePool: Sendable {
  /// How much the pool holds.
  public struct Limits: Hashable, Sendable {
    /// The most messages of one sender.
    public var perSender = 1_000
    /// The most messages in all.
    public var total = 20_000
    /// How far a nonce may be ahead of the messages before it.
    public var nonceGap: UInt64 = 4
    /// By how many percent a message must pay more than the one whose nonce it takes.
    public var replacementPercent = 125

    /// The limits that Lotus has.
    public init() {}
  }

  private let limits: Limits
  private var senders: [Address: [UInt64: SignedMessage]] = [:]
  /// The messages by the CIDs by which blocks name them.
  private var byCID: [CID: SignedMessage] = [:]
  /// How many messages the pool holds.
  public var count: Int { byCID.count }

  /// An empty pool.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Adds a message.
  ///
  /// - Parameters:
  ///   - signed: The message; its sender is a key.
  ///   - sender: The sender's account at the head of the chain.
  ///   - syntax: What the next block may carry.
  /// - Returns: Whether it is new.
  /// - Throws: `MessagePoolError` if the pool does not take it.
  @discardableResult
  public mutating func add(
    _ signed: SignedMessage, sender: SenderState, syntax: MessageSyntax
  ) throws(MessagePoolError) -> Bool {
    let message = signed.message
    var queue = senders[message.from] ?? [:]
    guard queue[message.nonce] != signed else { return false }
    do {
      try syntax.checkPooled(signed)
    } catch {
      throw MessagePoolError(.syntax(error.code), error.detail)
    }
    try check(message, sender, replacing: queue[message.nonce])
    if queue[message.nonce] == nil {
      guard count < limits.total, queue.count < limits.perSender else {
        throw MessagePoolError(.full, "\(queue.count) messages of \(message.from), \(count) in all")
      }
    }
    if let replaced = queue.updateValue(signed, forKey: message.nonce) { byCID[replaced.chainCID] = nil }
    byCID[signed.chainCID] = signed
    senders[message.from] = queue
    return true
  }

  /// Checks a message against its sender's account and the message whose nonce it takes.
  private func check(
    _ message: Message, _ sender: SenderState, replacing existing: SignedMessage?
  ) throws(MessagePoolError) {
    guard message.nonce >= sender.nonce else {
      throw MessagePoolError(.nonceTooLow, "nonce \(message.nonce), the next one is \(sender.nonce)")
    }
    let next = nextNonce(of: message.from, after: sender.nonce)
    guard message.nonce <= next &+ limits.nonceGap else {
      throw MessagePoolError(.nonceGap, "nonce \(message.nonce), the next one is \(next)")
    }
    guard sender.balance >= message.requiredFunds else {
      throw MessagePoolError(.insufficientFunds, "\(sender.balance) is less than \(message.requiredFunds)")
    }
    guard let existing else { return }
    let least = existing.message.gasPremium * limits.replacementPercent
    guard message.gasPremium * 100 >= least else {
      throw MessagePoolError(.replacementUnderpriced, "premium \(message.gasPremium)")
    }
  }

  /// The nonce that a sender's next message should have.
  ///
  /// - Parameters:
  ///   - sender: The sender's key.
  ///   - nonce: The next nonce at the head of the chain.
  /// - Returns: The first nonce from there on that no message in the pool has.
  public func nextNonce(of sender: Address, after nonce: UInt64) -> UInt64 {
    var next = nonce
    while senders[sender]?[next] != nil { next &+= 1 }
    return next
  }

  /// The message that blocks name by a CID; `nil` if it is not here.
  public subscript(cid: CID) -> SignedMessage? { byCID[cid] }

  /// Whether a message is here.
  public func contains(_ signed: SignedMessage) -> Bool {
    senders[signed.message.from]?[signed.message.nonce] == signed
  }

  /// Forgets those messages of a sender whose nonces the chain has used.
  public mutating func prune(_ sender: Address, before nonce: UInt64) {
    guard let queue = senders[sender] else { return }
    let left = queue.filter { $0.key >= nonce }
    for (_, used) in queue.filter({ $0.key < nonce }) { byCID[used.chainCID] = nil }
    senders[sender] = left.isEmpty ? nil : left
  }

  /// The keys of all senders, in order.
  public var allSenders: [Address] {
    senders.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The messages of a sender by nonce.
  func messages(of sender: Address) -> [UInt64: SignedMessage] { senders[sender] ?? [:] }
}

extension Message {
  /// What the sender must have for the message: the most that its gas may cost, and its value.
  var requiredFunds: TokenAmount { gasFeeCap * gasLimit + value }
}
