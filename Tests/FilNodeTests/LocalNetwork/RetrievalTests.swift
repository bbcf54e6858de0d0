import FilChain
import FilCore
import FilMarket
import FilMiner
import FilNet
import FilNode
import FilProofs
import FilRetrieval
import Testing

@Suite("A file comes back from a local network", .timeLimit(.minutes(15)))
struct RetrievalTests {
  private let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

  @Test("out of the sealed sector, and not without it", arguments: [0, 1, 1_000])
  func fileComesBack(count: Int) async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 11) { [bytes] network in
      let bytes = Array(bytes.prefix(count))
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      let file = try await client.importFile(bytes)
      let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
      try await network.advance(within: 30, until: deal.becomesActive)
      deal.withdrawData()
      #expect(client.node.transfers.count == 0)
      let sector = try #require(miner.miner.prover.sectors[2])
      #expect(try sector.storage.size(of: .unsealed) == nil)
      #expect(try await client.retrieval.fetch(file.root, from: deal.provider) == bytes)

      try sector.storage.remove(.sealed)
      let failure = await #expect(throws: GatewayError.self) {
        try await client.retrieval.fetch(file.root, from: deal.provider) as [UInt8]
      }
      #expect(failure?.detail.contains("sealed: does not exist") == true, "\(String(describing: failure))")
    }
  }

  @Test("a miner whose replica is altered is found out: an error, and not wrong bytes")
  func alteredReplica() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 12) { [bytes] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      let file = try await client.importFile(bytes)
      let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
      try await network.advance(within: 30, until: deal.becomesActive)
      let storage = try #require(miner.miner.prover.sectors[2]).storage
      let byte = try storage.read(.sealed, at: 700, count: 1)
      try storage.write([byte[0] ^ 4], to: .sealed, at: 700)
      await #expect(throws: GatewayError.self) {
        try await client.retrieval.fetch(file.root, from: deal.provider) as [UInt8]
      }
    }
  }
}
