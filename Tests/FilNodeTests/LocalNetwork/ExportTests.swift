import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMarket
import FilNode
import FilProofs
import FilVM
import FilVectors
import Testing

@Suite("Export of a local network's chain", .timeLimit(.minutes(15)))
struct ExportTests {
  /// What a network exported, and what only the network knows.
  private struct Export: Sendable {
    let bytes: [UInt8]
    let exported: ExportedChain
    /// What came of the head's messages, which the archive does not have.
    let outcome: TipsetOutcome
  }

  /// The chain of a network with a deal, whose messages emit events; made once.
  private static let shared = Task<Export, any Error> {
    try await LocalNetwork.run(.oneStorageMiner, seed: 12) { network in
      let client = try await network.addClient(balance: .fil(10))
      let file = try await client.importFile(Array("what a client wants to keep".utf8))
      let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
      try await network.advance(within: 30, until: deal.becomesActive)
      try await network.advance(epochs: 2)
      let first = try export(network)
      // The same again, and from a node that executed the chain by itself.
      #expect(try export(network).bytes == first.bytes)
      #expect(try export(network, of: client.node).bytes == first.bytes)
      return first
    }
  }

  private static func export(_ network: LocalNetwork, of node: Node? = nil) throws -> Export {
    var sink = ArraySink()
    let exported = try network.export(chainOf: node, to: &sink)
    let outcome = try network.nodes[0].chain.follower.outcome(of: exported.head)
    return Export(bytes: sink.bytes, exported: exported, outcome: outcome)
  }

  /// An archive that was read into an empty store, each block compared with its CID.
  private static func read(_ export: Export) throws -> (roots: [CID], store: MemoryBlockstore) {
    var reader = try CARReader(ArraySource(export.bytes))
    let store = MemoryBlockstore()
    var count = 0
    while let section = try reader.next() {
      #expect(try !store.has(section.block.cid))
      try store.put(section.block)
      count += 1
    }
    #expect(count == export.exported.blocks)
    #expect(UInt64(export.bytes.count) == export.exported.bytes)
    return (reader.roots, store)
  }

  /// The tipsets in an archive, from its head back to the genesis.
  private static func tipsets<Store: Blockstore>(from head: Tipset, in chain: ChainStore<Store>) throws -> [Tipset] {
    var tipsets = [head]
    while tipsets[tipsets.count - 1].epoch > 0 { tipsets.append(try chain.parent(of: tipsets[tipsets.count - 1])) }
    return tipsets
  }

  @Test("the roots are the head, and the chain goes back to the genesis")
  func chain() async throws {
    let export = try await Self.shared.value
    let (roots, store) = try Self.read(export)
    let chain = ChainStore(blocks: store)
    let head = try chain.tipset(TipsetKey(roots))
    #expect(roots == export.exported.head.key.cids && head == export.exported.head)
    let tipsets = try Self.tipsets(from: head, in: chain)
    #expect(tipsets.count == export.exported.tipsets && tipsets.count > 10)
    #expect(tipsets.last?.blocks == [export.exported.genesis])
  }

  @Test("every tipset, executed from the archive alone, leads to what its child's header names")
  func execution() async throws {
    let export = try await Self.shared.value
    let (_, store) = try Self.read(export)
    let tipsets = try Self.tipsets(from: export.exported.head, in: ChainStore(blocks: store))
    var expected = export.outcome
    var messages = 0
    for tipset in tipsets {
      // What is written here is dropped, so that no state is lent to another tipset.
      let chain = ChainStore(blocks: BufferedBlockstore(over: store))
      let follower = try ChainFollower(
        genesis: export.exported.genesis, chain: chain, parameters: export.exported.parameters, proofs: VanillaProofs())
      let executed = try follower.replay(tipset)
      #expect(executed.outcome == expected, "\(tipset)")
      messages += executed.results.count
      expected = TipsetOutcome(stateRoot: tipset.parentStateRoot, receiptsRoot: tipset.parentMessageReceipts)
    }
    #expect(messages >= 6)
    #expect(try !store.has(export.outcome.stateRoot))
  }

  @Test("every state is whole but for the code of actors")
  func states() async throws {
    let export = try await Self.shared.value
    let (_, store) = try Self.read(export)
    let codes = export.exported.parameters.actorCodes
    for tipset in try Self.tipsets(from: export.exported.head, in: ChainStore(blocks: store)) {
      let tree = try StateTree(root: tipset.parentStateRoot, store: store)
      var actors = 0
      var balance = TokenAmount.zero
      try tree.forEach { address, record throws(VMError) in
        if codes.type(of: record.code) == nil { throw VMError(.state, "code of \(address)") }
        actors += 1
        balance = balance + record.balance
      }
      #expect(actors > 15)
      #expect(balance == NetworkParameters.totalSupply)
      var walk = DAGWalk(from: [tipset.parentStateRoot], in: store) { codes.type(of: $0) == nil }
      var blocks = 0
      while try walk.next() != nil { blocks += 1 }
      #expect(blocks > 40)
    }
  }

  @Test("messages, receipts and events of every tipset are there")
  func receipts() async throws {
    let export = try await Self.shared.value
    let (_, store) = try Self.read(export)
    let chain = ChainStore(blocks: store)
    var events = 0
    let tipsets = try Self.tipsets(from: export.exported.head, in: chain)
    for (tipset, parent) in zip(tipsets, tipsets.dropFirst()) {
      let receipts = try ReceiptArray.load(tipset.parentMessageReceipts, from: store)
      #expect(receipts.count == (try chain.executedMessages(of: parent).joined().count))
      for root in receipts.compactMap(\.eventsRoot) {
        var entries = try AMT<StampedEvent, _>(root: root, store: store).entries()
        while let (_, event) = try entries.next() {
          #expect(!event.event.entries.isEmpty)
          events += 1
        }
      }
    }
    #expect(events >= 3)
  }

  @Test("the facts are the network's")
  func facts() async throws {
    let export = try await Self.shared.value
    let parameters = export.exported.parameters
    let facts = try JSONValue(parsing: export.exported.json.utf8)
    let network = try facts.require("network")
    #expect(network["genesis_cid"]?.string == export.exported.genesis.cid.description)
    #expect(network["genesis_timestamp"]?.integer() == parameters.genesisTime)
    #expect(network["lookback_epochs"]?.integer() == parameters.lookback)
    #expect(network["address_prefix"]?.string == "t")
    let beacon = try #require(try facts.require("beacon").requireArray("schedule").first)
    #expect(beacon["public_key"]?.bytes == parameters.beacons.first.publicKey.bytes)
    #expect(beacon["genesis_time"]?.integer() == parameters.beacons.first.genesisTime)
    #expect(beacon["period_seconds"]?.integer() == parameters.blockDelay)
  }

  @Test("a network without nodes has no chain")
  func noNode() async throws {
    let empty = LocalNetworkConfiguration(storageMiners: 0)
    await #expect(throws: LocalNetworkError.noNode) {
      try await LocalNetwork.run(empty, seed: 1) { network in
        var sink = ArraySink()
        return try network.export(to: &sink).blocks
      }
    }
  }
}
