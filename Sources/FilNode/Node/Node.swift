public import FilActors
public import FilChain
public import FilCore
public import FilCrypto
public import FilMarket
public import FilMiner
public import FilNet
internal import FilRetrieval
public import FilProofs
internal import Synchronization

/// A node: follows the chain with others, passes messages on, and mines for the miners that it has.
///
/// A node does nothing by itself; `run` does it all, and leaves nothing running when it ends.
public final class Node: Sendable {
  /// The node's chain and messages.
  public let chain: ChainNode<AnyBlockstore>
  /// The node's place in the network.
  public let host: any Host
  /// Clock, randomness and threads.
  public let environment: Environment
  /// Gives the data of proposed deals to providers.
  public let transfers = TransferServer()
  /// Where the blocks of stored archives are.
  private let payloads = MemoryPayloadIndex()
  let pubSub: any PubSub
  private let observer: @Sendable (NodeEvent) -> Void
  private let minerList = Mutex<[NodeMiner]>([])
  private let providerList = Mutex<[StorageProvider]>([])

  /// A node that knows nothing but the genesis.
  ///
  /// - Parameters:
  ///   - genesis: The genesis block, whose state is in the store.
  ///   - parameters: The network.
  ///   - store: Where the node keeps blocks and states.
  ///   - wallet: The node's keys.
  ///   - host: The node's place in the network.
  ///   - pubSub: Its gossip.
  ///   - environment: Clock, randomness and threads.
  ///   - observer: Told of what happens; called on the node's tasks, and must return soon.
  /// - Throws: `ChainError` if the store fails, or there is no such genesis.
  public init(
    genesis: BlockHeader, parameters: NetworkParameters, store: some Blockstore, wallet: any Wallet, host: any Host,
    pubSub: any PubSub, environment: Environment, observer: @escaping @Sendable (NodeEvent) -> Void = { _ in }
  ) throws(ChainError) {
    let follower = try ChainFollower(
      genesis: genesis, chain: ChainStore(blocks: AnyBlockstore(store)), parameters: parameters,
      proofs: VanillaProofs())
    chain = ChainNode(follower, wallet: wallet)
    self.host = host
    self.pubSub = pubSub
    self.environment = environment
    self.observer = observer
  }

  /// The network.
  public var parameters: NetworkParameters { chain.parameters }
  /// The node's miners.
  public var miners: [NodeMiner] { minerList.withLock { $0 } }

  /// Adds a miner; to be done before `run`.
  ///
  /// - Parameters:
  ///   - id: The miner's number.
  ///   - worker: The key of its worker, which is in the node's wallet.
  ///   - sectors: Its sectors.
  ///   - sealProof: How its sectors are sealed.
  ///   - beacon: Where beacon entries come from.
  ///   - sectorStorage: Makes the place for the files of each new sector; in memory unless told otherwise.
  public func addMiner(
    _ id: ActorID, worker: Address, sectors: SectorCatalog, sealProof: RegisteredSealProof, beacon: any BeaconSource,
    sectorStorage: @escaping @Sendable (SectorID) throws -> any SectorStorage = { _ in InMemorySectorStorage() }
  ) {
    let miner = NodeMiner(
      id, worker: worker, sectors: sectors, chain: chain, sealProof: sealProof, beacon: beacon, storage: sectorStorage)
    minerList.withLock { $0.append(miner) }
  }

  /// Makes the node a storage provider for one of its miners; to be done before `run`.
  ///
  /// - Parameters:
  ///   - miner: The miner, which puts the deals' pieces into sectors.
  ///   - ask: What the provider wants.
  public func addStorageProvider(for miner: NodeMiner, ask: StorageAsk) {
    let fetcher = TransferFetcher(host: host, clock: environment.clock)
    let provider = StorageProvider(
      miner: miner.id, worker: miner.worker, ask: ask, chain: self, fetcher: fetcher
    ) { [payloads] piece in
      try miner.factory.add(DealPiece(deal: piece.deal, piece: piece.piece, end: piece.end), data: piece.data)
      // Data that is no archive is stored all the same; only as a whole piece can it be found.
      _ = try? payloads.add(ArraySource(piece.data), as: piece.piece.cid)
    }
    provider.serve(on: host)
    let gateway = TrustlessGateway(index: payloads, pieces: SectorPieceSource(miner.prover.sectors))
    host.setHandler(for: TrustlessGateway.protocolID, gateway.server.streamHandler)
    providerList.withLock { $0.append(provider) }
  }

  /// The node's storage providers.
  public var storageProviders: [StorageProvider] { providerList.withLock { $0 } }

  /// Does all that the node does, until the task is cancelled.
  public func run() async {
    host.setHandler(for: TransferServer.protocolID, transfers.streamHandler)
    let exchange = ChainExchange(chain: chain.chain)
    host.setHandler(for: ChainExchange.protocolID, exchange.handler)
    let (blocks, messages) = (
      pubSub.subscribe(to: .blocks(network: parameters.name), bufferingNewest: 1_000),
      pubSub.subscribe(to: .messages(network: parameters.name), bufferingNewest: 10_000)
    )
    await withDiscardingTaskGroup { group in
      group.addTask { await self.host.run() }
      group.addTask { for await message in messages { self.take(message) } }
      group.addTask {
        let intake = BlockIntake(self, exchange)
        for await announcement in blocks { await intake.take(announcement) }
      }
      for miner in miners { group.addTask { await MiningLoop(self, miner).run() } }
      for provider in storageProviders {
        group.addTask { await self.drive(provider) }
        group.addTask { await provider.runTransfers() }
      }
    }
  }

  /// Has a provider do what is due, once an epoch.
  private func drive(_ provider: StorageProvider) async {
    while true {
      let next = now + parameters.blockDelay
      guard (try? await environment.clock.sleep(until: NetworkTime(unixSeconds: next))) != nil else { return }
      await provider.advance()
    }
  }

  /// The blocks of the node's chain and its states.
  public var blocks: AnyBlockstore { chain.chain.blocks }

  /// The state of an actor after the head, as a type that the caller knows it to have.
  ///
  /// ```swift
  /// let power = try node.state(PowerState.self, of: .powerActor)
  /// print(power.currentTotalPower.raw)
  /// print(try power.claim(of: Address(id: 1000), in: node.blocks)?.rawBytePower ?? 0)
  /// ```
  ///
  /// - Parameters:
  ///   - type: The type of the state, such as `PowerState` or `MinerState`.
  ///   - actor: The actor.
  /// - Returns: The state, whose links lead into `blocks`.
  /// - Throws: `ChainError` if there is no such actor, or its state is none of this type.
  public func state<State: CBORDecodable>(
    _ type: State.Type = State.self, of actor: Address
  ) throws(ChainError) -> State {
    try chain.state(type, of: actor)
  }

  func report(_ event: NodeEvent) { observer(event) }

  /// The time in seconds since 1970.
  var now: UInt64 { environment.clock.now.unixSeconds }

  /// Takes a block, and tells of a new head.
  func accept(_ block: FullBlock) throws(BlockFailure) {
    if let head = try chain.accept(block, now: now) { report(.head(head)) }
  }

  /// Signs a message, and tells others of it.
  ///
  /// - Returns: The CID by which the chain names it.
  /// - Throws: `SendError` if it would fail, or is not taken.
  @discardableResult
  public func send(_ request: MessageRequest) async throws(SendError) -> CID {
    let signed = try chain.send(request)
    await publish(signed)
    return signed.chainCID
  }

  /// Tells others of a message.
  func publish(_ signed: SignedMessage) async {
    // Who does not hear of it now finds it in a block.
    try? await pubSub.publish(signed.cbor, to: .messages(network: parameters.name))
  }

  /// Tells others of a block.
  func publish(_ block: FullBlock) async {
    let announcement = BlockAnnouncement(
      header: block.header, bls: block.messages.bls.map(\.cid),
      secp256k1: block.messages.secp256k1.map { ChainMessage.signed($0).cid })
    try? await pubSub.publish(announcement.cbor, to: .blocks(network: parameters.name))
  }

  private func take(_ message: PubSubMessage) {
    guard let signed = try? SignedMessage(cbor: message.data) else { return }
    // A message that is not taken is none of the node's concern.
    _ = try? chain.receive(signed)
  }
}

/// A node's chain, for the markets: messages are passed on to others.
extension Node: ChainAccess {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func headEpoch() throws(ChainError) -> ChainEpoch { try chain.headEpoch() }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func id(of address: Address) throws(ChainError) -> ActorID? { try chain.id(of: address) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func key(of address: Address) throws(ChainError) -> Address? { try chain.key(of: address) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func escrow(of address: Address) throws(ChainError) -> EscrowBalance { try chain.escrow(of: address) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func minProviderCollateral(pieceSize: UInt64) throws(ChainError) -> TokenAmount {
    try chain.minProviderCollateral(pieceSize: pieceSize)
  }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func dealProposal(_ id: DealID) throws(ChainError) -> DealProposal { try chain.dealProposal(id) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func dealState(_ id: DealID) throws(ChainError) -> DealState? { try chain.dealState(id) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func receipt(of message: CID) throws(ChainError) -> Receipt? { try chain.receipt(of: message) }
}
