internal import FilChain
public import FilCore
public import FilMiner
public import FilProofs

/// A storage miner of a node: makes blocks and proves its deadlines.
public struct NodeMiner: Sendable {
  /// The miner's number.
  public let id: ActorID
  /// The key that signs its blocks and sends its messages.
  public let worker: Address
  /// Its sectors.
  public let prover: SectorProver<VanillaProofs>
  let producer: BlockProducer<AnyBlockstore>
  let poster: WindowPoStPoster<AnyBlockstore, VanillaProofs>
  /// Brings pieces of deals to the chain.
  public let factory: SectorFactory<AnyBlockstore, VanillaProofs>

  /// A miner on a node's chain.
  ///
  /// - Parameters:
  ///   - id: The miner's number.
  ///   - worker: The key of its worker, which is in the node's wallet.
  ///   - sectors: Its sectors.
  ///   - chain: The node's chain.
  ///   - sealProof: How its sectors are sealed.
  ///   - beacon: Where beacon entries come from.
  ///   - storage: Makes the place for the files of each new sector.
  init(
    _ id: ActorID, worker: Address, sectors: SectorCatalog, chain: ChainNode<AnyBlockstore>,
    sealProof: RegisteredSealProof, beacon: any BeaconSource,
    storage: @escaping @Sendable (SectorID) throws -> any SectorStorage
  ) {
    self.id = id
    self.worker = worker
    prover = SectorProver(miner: id, sectors: sectors, scheme: VanillaProofs())
    producer = BlockProducer(
      miner: Address(id: id), chain: chain.chain, parameters: chain.parameters, wallet: chain.wallet, prover: prover,
      proofs: VanillaProofs(), beacon: beacon)
    poster = WindowPoStPoster(node: chain, worker: worker, prover: prover)
    factory = SectorFactory(node: chain, worker: worker, prover: prover, sealProof: sealProof, storage: storage)
  }
}
