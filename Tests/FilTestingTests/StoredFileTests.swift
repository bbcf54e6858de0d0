import FilTesting
import Testing

@Suite("A file on a network for a test", .timeLimit(.minutes(15)))
struct StoredFileTests {
  private let bytes = Array("what comes back is what went in".utf8)

  @Test("a file comes back", .localNetwork(.oneStorageMiner, seed: 7))
  func aFileComesBack() async throws {
    let network = try LocalNetwork.current
    let client = try await network.addClient(balance: .fil(10))
    let file = try await client.importFile(bytes)
    let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
    try await network.advance(until: deal.becomesActive)
    let back = try await client.retrieval.fetch(file.root, from: deal.provider)
    #expect(back == bytes)
  }

  @Test("a file of a megabyte comes back out of a larger sector", .localNetwork(.oneStorageMiner(sectorSize: .mib8)))
  func largeFile() async throws {
    let network = try LocalNetwork.current
    let large = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let client = try await network.addClient(balance: .fil(10))
    let file = try await client.importFile(large)
    let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
    try await network.advance(until: deal.becomesActive)
    let back = try await client.retrieval.fetch(file.root, from: deal.provider)
    #expect(back == large)
  }

  @Test("the largest file of a small sector, and one that is too large", .localNetwork(.oneStorageMiner))
  func bounds() async throws {
    let network = try LocalNetwork.current
    let client = try await network.addClient(balance: .fil(10))
    let miner = network.storageMiners[0]
    let largest = try await client.importFile([UInt8](repeating: 7, count: 1_900))
    let deal = try await client.storage.propose(largest, to: miner, duration: .days(200))
    try await network.advance(until: deal.becomesActive)
    let tooLarge = try await client.importFile([UInt8](repeating: 7, count: 2_000))
    let error = await #expect(throws: DealError.self) {
      try await client.storage.propose(tooLarge, to: miner, duration: .days(200))
    }
    #expect(error?.code == .refused)
    #expect(error?.reason.hasSuffix("the provider takes from 128 to 2048") == true)
  }

  @Test("states of actors are read with no other import", .localNetwork(.oneStorageMiner, seed: 7))
  func actorState() async throws {
    let network = try LocalNetwork.current
    let node = network.nodes[0]
    let power = try node.state(PowerState.self, of: .powerActor)
    let claim = try #require(try power.claim(of: Address(id: network.storageMiners[0].id), in: node.blocks))
    #expect(claim.rawBytePower == 4096)
    #expect(power.currentTotalPower.raw == claim.rawBytePower)
    let error = #expect(throws: ChainError.self) { try node.state(PowerState.self, of: Address(id: 999_999)) }
    #expect(error?.code == .state)
    #expect(error.map { "\($0)" }?.contains("f0999999") == true)
    #expect(throws: ChainError.self) { try node.state(PowerState.self, of: .marketActor) }
  }
}
