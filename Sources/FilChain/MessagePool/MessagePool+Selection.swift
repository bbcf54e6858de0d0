public import FilCore

extension MessagePool {
  /// Chooses messages for a block.
  ///
  /// Again and again the sender whose next message pays the highest premium for each unit of gas is served, until
  /// nothing more fits. Only integers decide, and ties go by the order of the keys, so that all nodes choose alike.
  ///
  /// - Parameters:
  ///   - baseFee: The base fee of the block's messages.
  ///   - gasLimit: The most gas that they may ask for together.
  ///   - maxCount: The most messages.
  ///   - account: The account of a sender in the state that the block stands on; `nil` if it has none.
  /// - Returns: The messages, with those of each sender in the order of their nonces.
  /// - Throws: What `account` throws.
  public func select<Failure: Error>(
    baseFee: TokenAmount, gasLimit: Int64, maxCount: Int,
    account: (Address) throws(Failure) -> SenderState?
  ) throws(Failure) -> [SignedMessage] {
    var queues: [Queue] = []
    for sender in allSenders {
      guard let state = try account(sender) else { continue }
      queues.append(Queue(messages(of: sender), state))
    }
    var selected: [SignedMessage] = []
    var gasLeft = gasLimit
    while selected.count < maxCount {
      let offers = queues.indices.compactMap { index in
        queues[index].offer(baseFee: baseFee, gasLeft: gasLeft).map { (index, $0) }
      }
      // The first of the best: `max` would give the last.
      guard let best = offers.min(by: { $0.1 > $1.1 }) else { break }
      guard let next = queues[best.0].popFirst() else { break }
      gasLeft -= next.message.gasLimit
      selected.append(next)
    }
    return selected
  }

  /// The messages of one sender that may follow on its account.
  private struct Queue {
    private var messages: [UInt64: SignedMessage]
    private var nonce: UInt64
    private var balance: TokenAmount

    init(_ messages: [UInt64: SignedMessage], _ state: SenderState) {
      self.messages = messages
      nonce = state.nonce
      balance = state.balance
    }

    /// The premium that the next message pays; `nil` if there is none that can stand in the block.
    func offer(baseFee: TokenAmount, gasLeft: Int64) -> TokenAmount? {
      guard let message = messages[nonce]?.message, message.gasFeeCap >= baseFee, message.gasLimit <= gasLeft,
        balance >= message.requiredFunds
      else { return nil }
      return min(message.gasPremium, message.gasFeeCap - baseFee)
    }

    mutating func popFirst() -> SignedMessage? {
      guard let next = messages[nonce] else { return nil }
      balance = balance - next.message.requiredFunds
      nonce += 1
      return next
    }
  }
}
