import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMiner
import FilProofs
import FilVM
import Testing

/// A node with miners of a network that begins with it; no clock, no streams.
final class MiningNode {
  let parameters: NetworkParameters
  let genesis: BlockHeader
  let node: ChainFollower<MemoryBlockstore>
  let wallet: MemoryWallet
  private let store = MemoryBlockstore()
  private let beacon: LocalBeacon
  private var miners: [Miner] = []
  private var nonces: [Address: UInt64] = [:]

  struct Miner {
    let id: ActorID
    let worker: Address
    let prover: SectorProver<VanillaProofs>
    let producer: BlockProducer<MemoryBlockstore>
  }

  init(seed: UInt8, miners count: Int) throws {
    let seed = BLAKE2b.hash256([seed])
    parameters = .local(seed: seed)
    beacon = LocalBeacon(seed: seed, genesisTime: parameters.genesisTime, period: parameters.blockDelay)
    let sealProof = RegisteredSealProof(.v1_1, .kib2)
    let keys = (0..<count).map { WalletKey(type: .bls, seed: BLAKE2b.hash256(seed.bytes + [1, UInt8($0)])) }
    wallet = MemoryWallet(keys)
    let workers = keys.map(\.address)
    let sectors = try (0..<count).map { index in
      try GenesisSectors.seal(
        miner: 1000 + ActorID(index), count: 2, sealProof: sealProof, seed: seed,
        storage: { _ in InMemorySectorStorage() })
    }
    let template = GenesisTemplate(
      networkName: parameters.name, timestamp: parameters.genesisTime, ticket: seed.bytes,
      accounts: workers.map { GenesisAccount(key: $0, balance: .fil(1_000_000)) },
      verifregRoot: .multisig(signers: [workers[0]], threshold: 1), firstVerifier: workers[0],
      reserve: .multisig(signers: [workers[0]], threshold: 1),
      miners: zip(workers, sectors).map { worker, sectors in
        GenesisMiner(owner: worker, worker: worker, sealProof: sealProof, sectors: sectors.map(\.forGenesis))
      },
      pledgesByEstimate: true)
    genesis = try GenesisBuilder(
      template,
      parameters: GenesisParameters(
        policy: parameters.policy, codes: parameters.actorCodes, chainID: parameters.ethereumChainID),
      store: store, proofs: VanillaProofs()
    ).build()
    let chain = ChainStore(blocks: store)
    node = try ChainFollower(genesis: genesis, chain: chain, parameters: parameters, proofs: VanillaProofs())
    for (index, worker) in workers.enumerated() {
      let id = 1000 + ActorID(index)
      let prover = SectorProver(miner: id, sectors: SectorCatalog(sectors[index]), scheme: VanillaProofs())
      let producer = BlockProducer(
        miner: Address(id: id), chain: chain, parameters: parameters, wallet: wallet, prover: prover,
        proofs: VanillaProofs(), beacon: beacon)
      miners.append(Miner(id: id, worker: worker, prover: prover, producer: producer))
    }
  }

  /// Another node of the network, which begins with the genesis alone.
  func follower(on other: MemoryBlockstore) throws -> ChainFollower<MemoryBlockstore> {
    try other.put(store.all.filter { _ in true })
    return try ChainFollower(
      genesis: genesis, chain: ChainStore(blocks: other), parameters: parameters, proofs: VanillaProofs())
  }

  /// The blocks that the miners make in an epoch on the head, with their window PoSts.
  func mine(_ epoch: ChainEpoch) throws -> [FullBlock] {
    let head = try node.head()
    let outcome = try node.outcome(of: head)
    return try miners.compactMap { miner in
      try miner.producer.block(at: epoch, on: head, outcome: outcome) { (_) throws(ProductionError) in
        do {
          return try windowPoSts(of: miner, at: epoch, on: head, outcome)
        } catch {
          throw ProductionError(.proof, "\(error)")
        }
      }
    }
  }

  private func windowPoSts(
    of miner: Miner, at epoch: ChainEpoch, on head: Tipset, _ outcome: TipsetOutcome
  ) throws -> [SignedMessage] {
    let tree = try StateTree(root: outcome.stateRoot, store: store)
    let tasks = try WindowPoStTask.due(
      miner: miner.id, at: epoch, in: tree, parameters.policy, isAvailable: { _ in true })
    let randomness = TipsetRandomness(chain: node.chain, tipset: head, parameters: parameters)
    let id = try #require(try tree.resolve(miner.worker))
    var nonce = try tree.require(id).nonce
    return try tasks.map { task in
      let seed = Randomness.draw(
        baseDigest: try randomness.beaconDigest(at: task.deadline.challenge),
        tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: task.deadline.challenge,
        entropy: Address(id: miner.id).cbor)
      let commit = Randomness.draw(
        baseDigest: try randomness.ticketDigest(at: head.epoch), tag: RandomnessTag.poStChainCommit.rawValue,
        epoch: head.epoch, entropy: [])
      let proof = try miner.prover.windowPoSt(task.sectors, randomness: seed)
      let params = task.params(proof: proof, commitEpoch: head.epoch, commitRandomness: commit)
      defer { nonce += 1 }
      let message = Message(
        to: Address(id: miner.id), from: miner.worker, nonce: nonce, gasLimit: 1_000_000_000,
        gasFeeCap: TokenAmount(atto: 1_000_000_000), method: 5, params: params.cbor)
      return try wallet.sign(message, by: miner.worker, ethereumChainID: parameters.ethereumChainID)
    }
  }
}
