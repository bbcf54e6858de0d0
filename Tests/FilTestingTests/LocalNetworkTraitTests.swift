import FilChain
import FilCore
import FilNode
import FilTesting
import Testing

@Suite("A network for a test", .timeLimit(.minutes(15)))
struct LocalNetworkTraitTests {
  @Test("a test has a network of its own, whose time passes at once", .localNetwork(.oneStorageMiner, seed: 7))
  func network() async throws {
    let network = try LocalNetwork.current
    let follower = try network.addNode()
    try await network.advance(within: 20) { try follower.chain.follower.head().epoch >= 8 }
    #expect(try follower.chain.follower.head() == network.nodes[0].chain.follower.head())
  }

  @Test("what does not come is told with how long it was waited for", .localNetwork(.oneStorageMiner, seed: 7))
  func patience() async throws {
    let network = try LocalNetwork.current
    let error = await #expect(throws: LocalNetworkError.self) { try await network.advance(within: 2) { false } }
    #expect(error == .conditionNotMet(epochs: 2))
    #expect(error.map { "\($0)" }?.contains("within 2 epochs") == true)
  }

  @Test("without the trait there is none")
  func none() {
    #expect(throws: NoLocalNetwork.self) { try LocalNetwork.current }
  }
}
