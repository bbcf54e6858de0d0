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
}
