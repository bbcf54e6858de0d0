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

  @Test("the largest file of a small sector, and one that is too large", .localNetwork(.oneStorageMiner))
  func bounds() async throws {
    let network = try LocalNetwork.current
    let client = try await network.addClient(balance: .fil(10))
    let miner = network.storageMiners[0]
    let bytes = [UInt8](repeating: 7, count: 1_900)
    let file = try await client.importFile(bytes)
    let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
    try await network.advance(until: deal.becomesActive)
    let back = try await client.retrieval.fetch(file.root, from: deal.provider)
    #expect(back == bytes)
    let tooLarge = try await client.importFile(bytes + [UInt8](repeating: 7, count: 50))
    let error = await #expect(throws: DealError.self) {
      try await client.storage.propose(tooLarge, to: miner, duration: .days(200))
    }
    #expect(error?.code == .refused)
    let reason = "piece of 4096 bytes with its padding; the provider takes from 128 to 2048"
    #expect(error?.reason.hasSuffix(reason) == true)
  }

  @Test("a file of a megabyte in a larger sector", .localNetwork(.oneStorageMiner(sectorSize: .mib8), seed: 7))
  func aLargeFile() async throws {
    let network = try LocalNetwork.current
    let large = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let client = try await network.addClient(balance: .fil(10))
    let file = try await client.importFile(large)
    let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
    try await network.advance(until: deal.becomesActive)
    let back = try await client.retrieval.fetch(file.root, from: deal.provider)
    #expect(back == large)
  }
}
