import FilChain
import FilCore
import Testing

@Suite("Message pool", .timeLimit(.minutes(15)))
struct MessagePoolTests {
  private let rich = SenderState(nonce: 0, balance: .fil(1000))
  private let syntax = MessageSyntax(at: 1, .devnet)

  private func key(_ number: UInt8) -> Address {
    Address(actorCreatedFrom: [number])
  }

  private func message(
    from sender: UInt8, nonce: UInt64, premium: Int = 10, feeCap: Int = 1000, gas: Int64 = 1_000_000,
    value: TokenAmount = .zero
  ) -> SignedMessage {
    let message = Message(
      to: key(0), from: key(sender), nonce: nonce, value: value, gasLimit: gas, gasFeeCap: TokenAmount(atto: feeCap),
      gasPremium: TokenAmount(atto: premium))
    return SignedMessage(message: message, signature: Signature(type: .secp256k1, data: [sender]))
  }

  @Test("nonces follow each other, with small gaps")
  func nonces() throws {
    var pool = MessagePool()
    #expect(pool.nextNonce(of: key(1), after: 3) == 3)
    try pool.add(message(from: 1, nonce: 0), sender: rich, syntax: syntax)
    #expect(pool.nextNonce(of: key(1), after: 0) == 1)
    try pool.add(message(from: 1, nonce: 5), sender: rich, syntax: syntax)
    #expect(pool.nextNonce(of: key(1), after: 0) == 1)
    #expect(throws: MessagePoolError(.nonceGap, "")) {
      try pool.add(message(from: 1, nonce: 6), sender: rich, syntax: syntax)
    }
    let later = SenderState(nonce: 1, balance: .fil(1))
    #expect(throws: MessagePoolError(.nonceTooLow, "")) {
      try pool.add(message(from: 1, nonce: 0, premium: 100), sender: later, syntax: syntax)
    }
  }

  @Test("a replacement pays a quarter more")
  func replacement() throws {
    var pool = MessagePool()
    #expect(try pool.add(message(from: 1, nonce: 0, premium: 100), sender: rich, syntax: syntax))
    #expect(try !pool.add(message(from: 1, nonce: 0, premium: 100), sender: rich, syntax: syntax))
    #expect(throws: MessagePoolError(.replacementUnderpriced, "")) {
      try pool.add(message(from: 1, nonce: 0, premium: 124), sender: rich, syntax: syntax)
    }
    #expect(try pool.add(message(from: 1, nonce: 0, premium: 125), sender: rich, syntax: syntax))
    #expect(pool.count == 1)
    #expect(pool.contains(message(from: 1, nonce: 0, premium: 125)))
  }

  @Test("bounds hold")
  func bounds() throws {
    var limits = MessagePool.Limits()
    (limits.perSender, limits.total) = (2, 3)
    var pool = MessagePool(limits: limits)
    for nonce in 0..<2 { try pool.add(message(from: 1, nonce: UInt64(nonce)), sender: rich, syntax: syntax) }
    #expect(throws: MessagePoolError(.full, "")) {
      try pool.add(message(from: 1, nonce: 2), sender: rich, syntax: syntax)
    }
    try pool.add(message(from: 2, nonce: 0), sender: rich, syntax: syntax)
    #expect(throws: MessagePoolError(.full, "")) {
      try pool.add(message(from: 3, nonce: 0), sender: rich, syntax: syntax)
    }
    let poor = SenderState(nonce: 0, balance: TokenAmount(atto: 999_999_999))
    #expect(throws: MessagePoolError(.insufficientFunds, "")) {
      try pool.add(message(from: 4, nonce: 0), sender: poor, syntax: syntax)
    }
    pool.prune(key(1), before: 1)
    #expect(pool.count == 2)
    try pool.add(message(from: 3, nonce: 0), sender: rich, syntax: syntax)
  }

  @Test("selection goes by premium, keeps nonces in order, and stays within gas, count and balance")
  func selection() throws {
    var pool = MessagePool()
    let messages = [
      message(from: 1, nonce: 0, premium: 5), message(from: 1, nonce: 1, premium: 90),
      message(from: 2, nonce: 0, premium: 10), message(from: 2, nonce: 1, premium: 10, feeCap: 119),
      message(from: 3, nonce: 0, premium: 50, gas: 10_000_000), message(from: 4, nonce: 1, premium: 100),
    ]
    for message in messages { try pool.add(message, sender: rich, syntax: syntax) }
    func select(_ baseFee: Int, gas: Int64, count: Int = 100, balance: TokenAmount = .fil(1)) -> [Int] {
      pool.select(syntax, baseFee: TokenAmount(atto: baseFee), gasLimit: gas, maxCount: count) { _ in
        SenderState(nonce: 0, balance: balance)
      }.compactMap { messages.firstIndex(of: $0) }
    }
    #expect(select(0, gas: 100_000_000) == [4, 2, 3, 0, 1])
    #expect(select(115, gas: 100_000_000) == [4, 2, 0, 1, 3])
    #expect(select(0, gas: 3_000_000) == [2, 3, 0])
    #expect(select(0, gas: 100_000_000, count: 2) == [4, 2])
    #expect(select(1001, gas: 100_000_000) == [])
    #expect(select(0, gas: 100_000_000, balance: TokenAmount(atto: 1_000_000_000)) == [2, 0])
  }
  @Test("what would spoil a block is passed over, and with it what its sender sent after it")
  func spoiled() throws {
    var pool = MessagePool()
    let messages = [
      message(from: 1, nonce: 0, gas: 3_000_000), message(from: 1, nonce: 1), message(from: 2, nonce: 0),
      message(from: 3, nonce: 0),
    ]
    for message in messages { try pool.add(message, sender: rich, syntax: syntax) }
    var parameters = NetworkParameters.devnet
    parameters.fees.blockGasLimit = 2_000_000
    let narrow = MessageSyntax(at: 1, parameters)
    let selected = pool.select(narrow, baseFee: .zero, gasLimit: 100_000_000, maxCount: 100) { sender in
      sender == key(3) ? nil : rich
    }
    #expect(selected == [messages[2]])
  }
}
