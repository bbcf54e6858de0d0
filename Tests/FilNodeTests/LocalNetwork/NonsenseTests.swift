import FilActors
import FilChain
import FilCore
import FilMarket
import FilNode
import Testing

@Suite("Nonsense asked of a local network", .timeLimit(.minutes(5)))
struct NonsenseTests {
  @Test(
    "a configuration of no network is refused with its field",
    arguments: [
      (
        LocalNetworkConfiguration(storageMiners: -1),
        LocalNetworkError.configuration(field: "storageMiners", value: -1, allowed: 0...254)
      ),
      (
        LocalNetworkConfiguration(storageMiners: .max),
        .configuration(field: "storageMiners", value: .max, allowed: 0...254)
      ),
      (
        LocalNetworkConfiguration(sectorsPerMiner: 0),
        .configuration(field: "sectorsPerMiner", value: 0, allowed: 1...10_000)
      ),
      (LocalNetworkConfiguration(fullNodes: -1), .configuration(field: "fullNodes", value: -1, allowed: 0...1_000)),
    ])
  func configuration(configuration: LocalNetworkConfiguration, error: LocalNetworkError) async throws {
    await #expect(throws: error) { try await LocalNetwork.run(configuration, seed: 1) { _ in } }
  }

  @Test("where nobody makes blocks no client can be paid", arguments: [0, 1])
  func noMiner(fullNodes: Int) async throws {
    let configuration = LocalNetworkConfiguration(storageMiners: 0, fullNodes: fullNodes)
    await #expect(throws: LocalNetworkError.noStorageMiner) {
      try await LocalNetwork.run(configuration, seed: 1) { _ = try await $0.addClient(balance: .fil(1)) }
    }
  }

  @Test("epochs that cannot pass are refused", arguments: [-1, .min, .max])
  func epochs(epochs: Int) async throws {
    try await LocalNetwork.run(seed: 1) { network in
      let error = LocalNetworkError.epochs(epochs, allowed: 0...100_000_000)
      await #expect(throws: error) { try await network.advance(epochs: epochs) }
      await #expect(throws: error) { try await network.advance(within: epochs) { true } }
      try await network.advance(epochs: 0)
    }
  }

  @Test("deals at the ends of what a number can be are refused with the reason")
  func deals() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 1) { network in
      let client = try await network.addClient(balance: .fil(10))
      let file = try await client.importFile([1, 2, 3])
      let miner = network.storageMiners[0]
      for (delay, duration) in [
        (.max, .days(200)), (.max - 1000, .seconds(Int64.max)), (.min, .days(200)), (40, .seconds(Int64.min)),
      ] as [(ChainEpoch, Duration)] {
        await #expect(throws: DealError(.terms, "")) {
          try await client.storage.propose(file, to: miner.endpoint, startingAfter: delay, duration: duration)
        }
      }
      await #expect(throws: DealError(.terms, "")) {
        try await client.storage.propose(
          file, to: miner.endpoint, startingAfter: 40, duration: .days(200), pricePerEpoch: -.fil(1))
      }
      #expect(client.node.transfers.count == 0)
      #expect(try client.node.escrow(of: client.address).balance == .zero)
    }
  }
}
