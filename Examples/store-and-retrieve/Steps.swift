import FilActors
import FilChain
import FilCore
import FilMarket
import FilMiner
import FilNet
import FilNode
import FilProofs
import FilRetrieval
import FilVM

/// The steps of the demo.
struct Steps: Sendable {
  private let network: LocalNetwork
  private let node: Node
  private let miner: NodeMiner
  private let print: @Sendable (String) -> Void
  private let stopwatch: Stopwatch

  init(_ network: LocalNetwork, _ print: @escaping @Sendable (String) -> Void, _ stopwatch: Stopwatch) {
    self.network = network
    self.print = print
    self.stopwatch = stopwatch
    node = network.nodes[0]
    miner = node.miners[0]
  }

  /// The archive of the file, and its root.
  func archive(of file: [UInt8]) throws -> (root: CID, bytes: [UInt8]) {
    let store = MemoryBlockstore()
    let root = try UnixFSImporter(store: store).file(ArraySource(file)).cid
    var car = try CARWriter(roots: [root], to: ArraySink())
    try car.write(DAGWalk(from: [root], in: store))
    stopwatch.lap("file: \(file.count) bytes, root \(root)")
    return (root, car.sink.bytes)
  }

  /// Puts money in escrow for both, and proposes the deal.
  func propose(_ archive: [UInt8], root: CID, by client: LocalClient) async throws -> DealParams {
    try await node.send(
      MessageRequest(
        to: .marketActor, from: miner.worker, value: .fil(1_000), method: MarketActor.Method.addBalance,
        params: Address(id: miner.id).cbor))
    try await client.storage.addEscrow(.fil(5), from: client.address)
    try await network.advance(within: 20) {
      try client.node.escrow(of: client.address).balance == .fil(5)
        && client.node.escrow(of: Address(id: miner.id)).balance == .fil(1_000)
    }
    let params = try client.storage.proposal(
      for: archive, root: root, client: client.address, provider: miner.id, start: network.epoch + 40,
      duration: 1_000, pricePerEpoch: .nanoFIL(1_000), transfer: client.offer(archive))
    let answer = try await client.storage.propose(params, to: node.host.id)
    guard answer.isAccepted else { throw DemoError(reason: "the provider refuses: \(answer.message)") }
    stopwatch.lap("proposal accepted: piece \(params.proposal.proposal.pieceCID)")
    return params
  }

  /// Waits until the deal is active on the chain.
  func waitForDeal(_ uuid: DealUUID) async throws -> DealState {
    let provider = node.storageProviders[0]
    try await network.advance(within: 40) { await provider.deal(uuid)?.checkpoint == .complete }
    let deal = await provider.deal(uuid)
    if let failure = deal?.failure { throw DemoError(reason: "the deal failed: \(failure)") }
    guard let id = deal?.dealID, let state = try node.dealState(id) else { throw DemoError(reason: "no deal") }
    stopwatch.lap("deal \(id) active in sector \(state.sector) at epoch \(try node.headEpoch())")
    return state
  }

  /// Waits until the deal's sector has passed its first window PoSt: its power counts then.
  func waitForWindowPoSt(_ deal: DealState) async throws {
    let before = try power()
    try await network.advance(within: 300) { try power() > before }
    stopwatch.lap("sector \(deal.sector) passed a window PoSt at epoch \(try node.headEpoch()): power \(try power())")
  }

  private func power() throws -> BigInt {
    let tree = try node.chain.headState()
    let state = try tree.state(PowerState.self, of: SingletonActors.power)
    return try state.claim(of: Address(id: miner.id), in: tree.store)?.rawBytePower ?? 0
  }

  /// Fetches the file out of the sealed sector.
  func fetch(_ root: CID, by client: LocalClient) async throws -> [UInt8] {
    let store = MemoryBlockstore()
    let fetched = try await client.retrieval.fetch(root, from: node.host.id, into: store)
    let bytes = try UnixFSReader(store: store).file(root).bytes(limit: 1 << 30)
    stopwatch.lap("fetched \(fetched.blockCount) blocks out of the sealed sector")
    return bytes
  }

  /// Says where the money is, and where the chain ends.
  func report(_ client: LocalClient) throws {
    let head = try node.chain.follower.head()
    print("client balance: \(try client.node.chain.account(of: client.address)?.balance ?? .zero)")
    print("client escrow: \(try client.node.escrow(of: client.address).balance)")
    print("provider escrow: \(try node.escrow(of: Address(id: miner.id)).balance)")
    print("nodes agree: \(try client.node.chain.follower.head() == head ? "yes" : "no")")
    print("head: \(head.key.cids.map(\.description).joined(separator: ", "))")
  }
}

/// Why the demo does not get on.
struct DemoError: Error, CustomStringConvertible {
  let reason: String
  var description: String { reason }
}
