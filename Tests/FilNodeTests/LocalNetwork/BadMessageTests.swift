import FilChain
import FilCore
import FilCrypto
import FilNode
import Testing

@Suite("Bad messages", .timeLimit(.minutes(15)))
struct BadMessageTests {
  private static let changes: [(MessageSyntaxError.Code, @Sendable (inout Message) -> Void)] = [
    (.gasLimitTooLow, { $0.gasLimit = .min }), (.gasLimitTooLow, { $0.gasLimit = -1 }),
    (.gasLimitTooLow, { $0.gasLimit = 0 }), (.gasLimitTooLow, { $0.gasLimit = 1 }),
    (.gasLimitTooHigh, { $0.gasLimit = 10_000_000_001 }), (.premium, { $0.gasPremium = TokenAmount(atto: -1) }),
    (.premiumAboveFeeCap, { $0.gasPremium = .nanoFIL(6) }), (.feeCap, { $0.gasFeeCap = TokenAmount(atto: -1) }),
    (.value, { $0.value = TokenAmount(atto: -1) }), (.version, { $0.version = 1 }),
    (.gasLimitTooLow, { $0.params = [UInt8](repeating: 0, count: 60_000) }),
  ]

  @Test("messages that no block may carry are refused, and the chain goes on")
  func refused() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      let client = try await network.addClient(balance: .fil(1000))
      let good = Message(
        to: Address(id: 1000), from: client.address, gasLimit: 5_000_000, gasFeeCap: .nanoFIL(5),
        gasPremium: .nanoFIL(1))
      func signed(_ message: Message) throws -> SignedMessage {
        try client.wallet.sign(message, by: client.address, ethereumChainID: network.parameters.ethereumChainID)
      }
      for (code, change) in Self.changes {
        var bad = good
        change(&bad)
        let message = try signed(bad)
        for node in network.nodes {
          #expect(throws: SendError.pool(MessagePoolError(.syntax(code), ""))) { try node.chain.receive(message) }
        }
      }
      let before = try client.node.headEpoch()
      let message = try signed(good)
      for node in network.nodes { try node.chain.receive(message) }
      try await network.advance(epochs: 4)
      #expect(try client.node.headEpoch() > before + 1)
      #expect(try client.node.receipt(of: message.chainCID)?.exitCode == .ok)
    }
  }
}
