public import FilCore

extension MessagePool {
  /// Chooses messages for a block.
  ///
  /// Again and again the sender whose next message pays the highest premium for each unit of gas is served, until
  /// nothing more fits. Only integers decide, and ties go by the order of the keys, so that all nodes choose alike.
  /// A message that would spoil the block is passed over, and with it those that its sender sent after it.
  ///
  /// - Parameters:
  ///   - syntax: What the block may carry.
  ///   - baseFee: The base fee of the block's messages.
  ///   - gasLimit: The most gas that they may ask for together.
  ///   - maxCount: The most messages.
  ///   - account: The account of a sender in the state that the block stands on; `nil` if it has none that may send.
  /// - Returns: The messages, with those of each sender in the order of their nonces.
  /// - Throws: What `account` throws.
  public func select<Failure: Error>(
    _ syntax: MessageSyntax, baseFee: TokenAmount, gasLimit: Int64, maxCount: Int,
    account: (Address) throws(Failure) -> SenderState?
  ) throws(Failure) -> [SignedMessage] {
    var queues: [Queue] = []
    for sender in allSenders {
      guard let state = try account(sender) else { continue }
      queues.append(Queue(messages(of: sender), state))
    }
    var offers = Offers()
    for (index, queue) in queues.enumerated() { offers.insert(queue.offer(syntax, baseFee), of: index) }
    var selected: [SignedMessage] = []
    var gasLeft = gasLimit
    while selected.count < maxCount, let index = offers.popBest() {
      // What does not fit now never will.
      guard queues[index].gasLimit <= gasLeft, let next = queues[index].popFirst() else { continue }
      gasLeft -= next.message.gasLimit
      selected.append(next)
      offers.insert(queues[index].offer(syntax, baseFee), of: index)
    }
    return selected
  }

  /// What the next messages of the queues pay, the best last.
  private struct Offers {
    private var sorted: [(premium: TokenAmount, index: Int)] = []

    mutating func insert(_ premium: TokenAmount?, of index: Int) {
      guard let premium else { return }
      var range = sorted.startIndex..<sorted.endIndex
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        let other = sorted[middle]
        // Of equal premiums the queue with the least index is served first.
        let isAfter = other.premium < premium || (other.premium == premium && other.index > index)
        range = isAfter ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      sorted.insert((premium, index), at: range.lowerBound)
    }

    mutating func popBest() -> Int? { sorted.popLast()?.index }
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

    /// The gas limit of the next message; 0 if there is none.
    var gasLimit: Int64 { messages[nonce]?.message.gasLimit ?? 0 }

    /// The premium that the next message pays; `nil` if there is none that can stand in the block.
    func offer(_ syntax: MessageSyntax, _ baseFee: TokenAmount) -> TokenAmount? {
      guard let signed = messages[nonce], syntax.allows(signed) else { return nil }
      let message = signed.message
      guard message.gasFeeCap >= baseFee, balance >= message.requiredFunds else { return nil }
      return min(message.gasPremium, message.gasFeeCap - baseFee)
    }

    mutating func popFirst() -> SignedMessage? {
      guard let next = messages[nonce] else { return nil }
      balance = balance - next.message.requiredFunds
      nonce &+= 1
      return next
    }
  }
}
