import FilActors
import FilChain
import FilCore
import FilCrypto
import FilNode
import FilVM
import Testing

@Suite("Messages without end", .timeLimit(.minutes(5)))
struct EndlessMessageTests {
  /// More deals than anyone could look at.
  private static let allDeals = BitField(0..<(1 << 60)).cbor
  private static let settleDealPayments: MethodNumber = 1_900_091_594

  @Test("settling deals stops when the gas is used up, and the chain goes on")
  func settlement() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      let client = try await network.addClient(balance: .fil(1000))
      let message = Message(
        to: .marketActor, from: client.address, gasLimit: 50_000_000, gasFeeCap: .nanoFIL(5), gasPremium: .nanoFIL(1),
        method: Self.settleDealPayments, params: Self.allDeals)
      let signed = try client.wallet.sign(
        message, by: client.address, ethereumChainID: network.parameters.ethereumChainID)
      for node in network.nodes { try node.chain.receive(signed) }
      try await network.advance(epochs: 4)
      let receipt = try #require(try client.node.receipt(of: signed.chainCID))
      #expect(receipt.exitCode == .outOfGas)
      #expect(receipt.gasUsed == message.gasLimit)
      let head = try client.node.headEpoch()
      try await network.advance(epochs: 2)
      #expect(try client.node.headEpoch() > head)
    }
  }

  @Test("not even all gas of a block is enough to settle all deals")
  func wholeBlock() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      try await network.advance(epochs: 1)
      let message = Message(
        to: .marketActor, from: Address(id: 1000), method: Self.settleDealPayments, params: Self.allDeals)
      let result = try network.nodes[0].chain.follower.simulate(message)
      #expect(result.receipt.exitCode == .outOfGas)
    }
  }
}
