import FilChain
import FilCore
import Testing

@Suite("Syntax of messages", .timeLimit(.minutes(15)))
struct MessageSyntaxTests {
  private let syntax = MessageSyntax(at: 1, .devnet)

  private func pooled(_ message: Message) -> SignedMessage {
    SignedMessage(message: message, signature: Signature(type: .secp256k1, data: [UInt8](repeating: 1, count: 65)))
  }

  @Test("a good message may stand in a block and in a pool")
  func good() throws {
    try syntax.check(.bls(MessageChange.changed()))
    try syntax.checkPooled(pooled(MessageChange.changed()))
  }

  @Test("a bad field is named", arguments: MessageChange.all)
  func bad(change: MessageChange) throws {
    let message = MessageChange.changed(change)
    let error = MessageSyntaxError(change.code, "")
    #expect(throws: error) { try syntax.check(.bls(message)) }
    #expect(throws: error) { try syntax.check(.signed(pooled(message))) }
    #expect(throws: error) { try syntax.checkPooled(pooled(message)) }
    var pool = MessagePool()
    #expect(throws: MessagePoolError(.syntax(change.code), "")) {
      try pool.add(pooled(message), sender: SenderState(nonce: 0, balance: .fil(2_000_000_001)), syntax: syntax)
    }
    #expect(pool.count == 0)
  }

  @Test("pools refuse what blocks could only carry in vain", arguments: MessageChange.pooled)
  func inVain(change: MessageChange) throws {
    let message = MessageChange.changed(change)
    try syntax.check(.signed(pooled(message)))
    #expect(throws: MessageSyntaxError(change.code, "")) { try syntax.checkPooled(pooled(message)) }
  }

  @Test("a BLS signature has no place beside its message")
  func signatureType() throws {
    let signed = SignedMessage(
      message: MessageChange.changed(), signature: Signature(type: .bls, data: [UInt8](repeating: 1, count: 96)))
    #expect(throws: MessageSyntaxError(.signatureType, "")) { try syntax.check(.signed(signed)) }
    try syntax.checkPooled(signed)
  }
}
