public import FilChain
public import FilCore
public import FilCrypto
internal import FilMiner
internal import FilNet
public import FilProofs
internal import Synchronization

/// A whole network in one process: nodes that mine, follow the chain and talk to each other, in virtual time.
///
/// Everything follows from the seed: the same seed, configuration and calls bring the same chain.
///
/// ```swift
/// try await LocalNetwork.run(.oneStorageMiner, seed: 7) { network in
///   try await network.advance(epochs: 10)
///   print(try network.nodes[0].chain.follower.head())
/// }
/// ```
public final class LocalNetwork: Sendable {
  /// The network's parameters.
  public let parameters: NetworkParameters
  /// Clock, randomness and threads of the simulation.
  public let environment: Environment
  private let genesis: LocalGenesis
  private let wires: InProcessNetwork
  private let observer: @Sendable (Int, NodeEvent) -> Void
  private let makeStore: @Sendable (Int) throws -> any Blockstore
  private let makeSectorStorage: @Sendable (SectorID) throws -> any SectorStorage
  private let state = Mutex<[Node]>([])
  private let starts: AsyncStream<Node>
  private let starter: AsyncStream<Node>.Continuation

  /// Runs a network for as long as a closure takes.
  ///
  /// - Parameters:
  ///   - configuration: What the network begins with.
  ///   - seed: What everything follows from.
  ///   - store: Makes the store of each node by its number; the chain does not depend on it.
  ///   - sectorStorage: Makes the place for the files of each sector; in memory unless told otherwise.
  ///   - observer: Told of what happens, with the number of the node; must return soon.
  ///   - body: What to do with the network.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws, and what making the network throws: `LocalNetworkError` if the configuration is
  ///   none of a network.
  public static func run<Value: Sendable>(
    _ configuration: LocalNetworkConfiguration = .oneStorageMiner, seed: UInt64,
    store: @escaping @Sendable (Int) throws -> any Blockstore = { _ in MemoryBlockstore() },
    sectorStorage: @escaping @Sendable (SectorID) throws -> any SectorStorage = { _ in InMemorySectorStorage() },
    observer: @escaping @Sendable (Int, NodeEvent) -> Void = { _, _ in },
    _ body: @escaping @Sendable (LocalNetwork) async throws -> Value
  ) async throws -> Value {
    try configuration.check()
    return try await Simulation.run(seed: seed) { environment in
      let genesis = try LocalGenesis(
        configuration, seed: BLAKE2b.hash256(Array("fil-local".utf8) + seed.keyBytes), sectorStorage: sectorStorage)
      let network = LocalNetwork(genesis, environment, store, sectorStorage, observer)
      for miner in genesis.miners { _ = try network.addStorageMiner(miner) }
      for _ in 0..<configuration.fullNodes { _ = try network.addNode() }
      return try await network.running(body)
    }
  }

  private init(
    _ genesis: LocalGenesis, _ environment: Environment, _ store: @escaping @Sendable (Int) throws -> any Blockstore,
    _ sectorStorage: @escaping @Sendable (SectorID) throws -> any SectorStorage,
    _ observer: @escaping @Sendable (Int, NodeEvent) -> Void
  ) {
    makeStore = store
    makeSectorStorage = sectorStorage
    self.genesis = genesis
    self.environment = environment
    self.observer = observer
    parameters = genesis.parameters
    wires = InProcessNetwork(environment: environment)
    (starts, starter) = AsyncStream.makeStream()
  }

  /// Runs all nodes, also those that come later, until the closure returns.
  private func running<Value: Sendable>(
    _ body: @escaping @Sendable (LocalNetwork) async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask {
        await withDiscardingTaskGroup { nodes in
          for await node in self.starts {
            nodes.addTask {
              await self.connect(node)
              await node.run()
            }
          }
          nodes.cancelAll()
        }
        return nil
      }
      group.addTask { try await body(self) }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  /// Connects a node with all that were there before it.
  private func connect(_ node: Node) async {
    for other in nodes.prefix(while: { $0 !== node }) {
      // Hosts of one process reach each other unless the network is told to part them.
      try? await node.host.connect(to: other.host.id)
    }
  }

  // MARK: Nodes

  /// The nodes, those with the genesis miners first.
  public var nodes: [Node] { state.withLock { $0 } }

  /// Adds a node that begins with the genesis, and connects it with all others.
  ///
  /// - Parameter wallet: Its keys.
  /// - Returns: The node, which runs from the next time that the caller suspends.
  /// - Throws: An error if its store fails.
  public func addNode(wallet: any Wallet = MemoryWallet()) throws -> Node {
    try addNode(wallet) { _ in }
  }

  /// Adds a node with an account that has money, and lets time pass until the account is on the chain.
  ///
  /// - Parameter balance: What the account begins with.
  /// - Returns: The client.
  /// - Throws: `LocalNetworkError` with `noStorageMiner` if nobody makes blocks; an error if the network does not get on.
  public func addClient(balance: TokenAmount) async throws -> LocalClient {
    guard let payer = nodes.first, !payer.miners.isEmpty else { throw LocalNetworkError.noStorageMiner }
    let number = nodes.count
    let key = WalletKey(type: .secp256k1, seed: genesis.keySeed(client: number))
    let wallet = MemoryWallet([key])
    let node = try addNode(wallet: wallet)
    try await payer.send(MessageRequest(to: key.address, from: genesis.faucet.address, value: balance))
    try await advance(within: 20) { try node.id(of: key.address) != nil }
    return LocalClient(node: node, address: key.address, wallet: wallet)
  }

  private func addStorageMiner(_ miner: LocalGenesis.Miner) throws -> Node {
    // The first node also pays out what later accounts begin with.
    let keys = nodes.isEmpty ? [miner.key, genesis.faucet] : [miner.key]
    return try addNode(MemoryWallet(keys)) { node in
      node.addMiner(
        miner.id, worker: miner.key.address, sectors: SectorCatalog(miner.sectors), sealProof: self.genesis.sealProof,
        beacon: self.genesis.beacon, sectorStorage: self.makeSectorStorage)
      for added in node.miners { node.addStorageProvider(for: added, ask: self.genesis.ask) }
    }
  }

  private func addNode(_ wallet: any Wallet, _ complete: (Node) -> Void) throws -> Node {
    let number = nodes.count
    let host = wires.addHost(PeerID.local(number, environment.random))
    let store = try makeStore(number)
    try store.put(genesis.blocks)
    let observer = observer
    let node = try Node(
      genesis: genesis.header, parameters: parameters, store: store, wallet: wallet, host: host,
      pubSub: host.pubSub, environment: environment, observer: { observer(number, $0) })
    complete(node)
    state.withLock { $0.append(node) }
    starter.yield(node)
    return node
  }

  // MARK: Time

  /// The epoch of the network's clock.
  public var epoch: ChainEpoch {
    let elapsed = environment.clock.now.unixSeconds - parameters.genesisTime
    return ChainEpoch(elapsed / parameters.blockDelay)
  }

  /// How many epochs may pass at once: about a hundred years of them.
  private static let allowedEpochs = 0...100_000_000

  private func check(epochs: Int) throws(LocalNetworkError) {
    guard Self.allowedEpochs.contains(epochs) else { throw .epochs(epochs, allowed: Self.allowedEpochs) }
  }

  /// Lets epochs pass.
  ///
  /// - Parameter epochs: How many.
  /// - Throws: `CancellationError`; `LocalNetworkError` with `epochs` for a number of epochs that cannot pass.
  public func advance(epochs: Int) async throws {
    try check(epochs: epochs)
    // The middle of an epoch: its blocks are everywhere.
    let target = (parameters.timestamp(of: epoch + ChainEpoch(epochs)) ?? .max) + parameters.blockDelay / 2
    try await environment.clock.sleep(until: NetworkTime(unixSeconds: target))
  }

  /// Lets epochs pass until a condition holds.
  ///
  /// - Parameters:
  ///   - limit: After how many epochs to give up.
  ///   - condition: Asked once an epoch.
  /// - Throws: `LocalNetworkError` if it never holds, or for a number of epochs that cannot pass; what the condition
  ///   throws.
  public func advance(within limit: Int = 1_000, until condition: () async throws -> Bool) async throws {
    try check(epochs: limit)
    for _ in 0..<limit {
      if try await condition() { return }
      try await advance(epochs: 1)
    }
    throw LocalNetworkError.conditionNotMet(epochs: limit)
  }
}
