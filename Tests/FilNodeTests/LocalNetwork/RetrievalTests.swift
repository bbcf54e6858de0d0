import FilActors
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
  @Test("out of the sealed sector, and not without it")
  func fileComesBack() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 11) { network in
      let file = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      let (root, archive) = try Self.archive(of: file)
      let client = try await network.addClient(balance: .fil(10))
      let node = network.nodes[0]
      let miner = node.miners[0]
      try await node.send(
        MessageRequest(
          to: .marketActor, from: miner.worker, value: .fil(100), method: MarketActor.Method.addBalance,
          params: Address(id: miner.id).cbor))
      try await client.storage.addEscrow(.fil(5), from: client.address)
      try await network.advance(within: 20) { try client.node.escrow(of: client.address).balance == .fil(5) }
      let params = try client.storage.proposal(
        for: archive, root: root, client: client.address, provider: miner.id, start: network.epoch + 40,
        duration: 600, pricePerEpoch: .nanoFIL(1), transfer: client.offer(archive))
      let answer = try await client.storage.propose(params, to: node.host.id)
      #expect(answer == DealResponse(isAccepted: true))
      try await network.advance(within: 30) {
        await node.storageProviders[0].deal(params.uuid)?.checkpoint == .complete
      }
      #expect(await node.storageProviders[0].deal(params.uuid)?.failure == nil)
      let sector = try #require(miner.prover.sectors[2])
      #expect(try sector.storage.size(of: .unsealed) == nil)

      let store = MemoryBlockstore()
      try await client.retrieval.fetch(root, from: node.host.id, into: store)
      #expect(try UnixFSReader(store: store).file(root).bytes(limit: 10_000) == file)

      try sector.storage.remove(.sealed)
      await #expect(throws: GatewayError.self) {
        try await client.retrieval.fetch(root, from: node.host.id, into: MemoryBlockstore())
      }
    }
  }

  /// The archive of a file, and its root.
  private static func archive(of file: [UInt8]) throws -> (root: CID, bytes: [UInt8]) {
    let store = MemoryBlockstore()
    let root = try UnixFSImporter(store: store).file(ArraySource(file)).cid
    var car = try CARWriter(roots: [root], to: ArraySink())
    try car.write(DAGWalk(from: [root], in: store))
    return (root, car.sink.bytes)
  }
}
