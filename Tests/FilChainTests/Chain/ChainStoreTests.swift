import FilChain
import FilCore
import FilCrypto
import FilVM
import Testing

@Suite("Chain store", .timeLimit(.minutes(15)))
struct ChainStoreTests {
  private let recording: Recording

  init() throws { recording = try Recording() }

  private func head() throws -> Tipset {
    try recording.tipset(try #require(try recording.epochs().last)).tipset
  }

  @Test("every epoch is found from the head, with the tipset before or after in null rounds")
  func lookingBack() throws {
    let (epochs, head) = (try recording.epochs(), try head())
    for epoch in 0...head.epoch {
      let after = try recording.chain.tipset(at: epoch, onChainOf: head).epoch
      let before = try recording.chain.tipset(at: epoch, onChainOf: head, orBefore: true).epoch
      #expect(after == epochs.first { $0 >= epoch } && before == epochs.last { $0 <= epoch })
    }
    for epoch in [-1, head.epoch + 1, .max, .min] {
      #expect(throws: ChainError(.epoch, "")) { try recording.chain.tipset(at: epoch, onChainOf: head) }
    }
  }

  @Test("elections look back to the tipset before, and the state after it", arguments: [1, 5, 20, 900])
  func lookback(epochs: ChainEpoch) throws {
    var parameters = recording.parameters
    parameters.lookback = epochs
    let chain = recording.chain
    for round in try recording.epochs().dropFirst() {
      let (tipset, outcome) = try recording.tipset(round)
      let parents = try chain.parent(of: tipset)
      let past = max(0, round - epochs)
      guard past < parents.epoch || parents.epoch == 0 else {
        #expect(throws: ChainError(.epoch, "")) {
          try chain.lookback(for: round, parents: parents, outcome: outcome, parameters)
        }
        continue
      }
      let found = try chain.lookback(for: round, parents: parents, outcome: outcome, parameters)
      #expect(found.tipset.epoch == (try recording.epochs().last { $0 <= past }))
      let next = try #require(try recording.epochs().first { $0 > past })
      #expect(found.stateRoot == (try recording.tipset(next).tipset.parentStateRoot))
    }
  }

  @Test("the head comes back, and so does a chain without one")
  func headIsKept() throws {
    let values = MemoryKeyValueStore()
    let chain = ChainStore(blocks: recording.chain.blocks, values: values)
    #expect(try chain.head() == nil)
    try chain.setHead(try head())
    #expect(try ChainStore(blocks: recording.chain.blocks, values: values).head() == (try head()))
  }

  @Test("a small cache finds the same chain")
  func smallCache() throws {
    let chain = ChainStore(blocks: recording.chain.blocks, cachedTipsets: 1)
    let head = try head()
    #expect(try chain.tipset(at: 3, onChainOf: head) == (try recording.chain.tipset(at: 3, onChainOf: head)))
    #expect(try chain.tipset(at: 80, onChainOf: head) == (try recording.chain.tipset(at: 80, onChainOf: head)))
  }

  @Test("randomness comes from the epoch's ticket and round; in null rounds from the tipset after")
  func randomness() throws {
    let head = try head()
    let draws = TipsetRandomness(chain: recording.chain, tipset: head, parameters: recording.parameters)
    let genesis = recording.parameters.genesisTime
    for epoch in 1...head.epoch {
      let after = try #require(try recording.epochs().first { $0 >= epoch })
      let tipset = try recording.tipset(after).tipset
      #expect(try draws.ticketDigest(at: epoch) == tipset.ticket.digest)
      let round = (genesis + 30 * UInt64(epoch) - 30 - 1_692_803_367) / 3 + 1
      let entry = try #require(tipset.blocks[0].beaconEntries.first { $0.round == round })
      #expect(try draws.beaconDigest(at: epoch) == BLAKE2b.hash256(entry.signature))
    }
    let first = try recording.tipset(0).tipset
    #expect(try draws.ticketDigest(at: -5) == first.ticket.digest)
    #expect(try draws.beaconDigest(at: -5) == BLAKE2b.hash256([UInt8](repeating: 0, count: 32)))
    #expect(throws: VMError.self) { try draws.ticketDigest(at: head.epoch + 1) }
    #expect(throws: VMError.self) { try draws.beaconDigest(at: head.epoch + 1) }
  }
}
