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
  let node: ChainNode<MemoryBlockstore>
  var follower: ChainFollower<MemoryBlockstore> { node.follower }
  let wallet: MemoryWallet
  private let store = MemoryBlockstore()
  private let beacon: LocalBeacon
  private(set) var miners: [Miner] = []

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
    let clientKey = WalletKey(type: .secp256k1, seed: BLAKE2b.hash256(seed.bytes + [2]))
    client = clientKey.address
    wallet = MemoryWallet(keys + [clientKey])
    let workers = keys.map(\.address)
    let sectors = try (0..<count).map { index in
      try GenesisSectors.seal(
        miner: 1000 + ActorID(index), count: 2, sealProof: sealProof, seed: seed,
        storage: { _ in InMemorySectorStorage() })
    }
    let template = GenesisTemplate(
      networkName: parameters.name, timestamp: parameters.genesisTime, ticket: seed.bytes,
      accounts: (workers + [client]).map { GenesisAccount(key: $0, balance: .fil(1_000_000)) },
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
    let follower = try ChainFollower(
      genesis: genesis, chain: chain, parameters: parameters, proofs: VanillaProofs())
    node = ChainNode(follower, wallet: wallet)
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

  /// A key with money, beside those of the miners.
  let client: Address

  /// Makes the next epoch: window PoSts are sent, then all miners try.
  ///
  /// - Returns: The blocks, which the node has accepted.
  func advance() throws -> [FullBlock] {
    epoch += 1
    for miner in miners { try sendWindowPoSts(of: miner) }
    let head = try follower.head()
    let outcome = try follower.outcome(of: head)
    let blocks = try miners.compactMap { miner in
      try miner.producer.block(at: epoch, on: head, outcome: outcome) { (fee) throws(ProductionError) in
        do {
          return try node.messages(at: epoch, after: outcome, baseFee: fee)
        } catch {
          throw ProductionError(.chain, "\(error)")
        }
      }
    }
    for block in blocks { try node.accept(block) }
    return blocks
  }

  private var epoch: ChainEpoch = 0
  /// The deadlines that were proven: the period's start and the deadline.
  private(set) var proven: Set<[Int64]> = []

  private func sendWindowPoSts(of miner: Miner) throws {
    let head = try follower.head()
    let tasks = try WindowPoStTask.due(
      miner: miner.id, at: epoch, in: try node.headState(), parameters.policy,
      isAvailable: { miner.prover.sectors[$0.number] != nil })
    let randomness = TipsetRandomness(chain: node.chain, tipset: head, parameters: parameters)
    for task in tasks where task.deadline.challenge < head.epoch {
      let id = [Int64(miner.id), task.deadline.periodStart, Int64(task.deadline.index)]
      guard proven.insert(id).inserted else { continue }
      let seed = Randomness.draw(
        baseDigest: try randomness.beaconDigest(at: task.deadline.challenge),
        tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: task.deadline.challenge,
        entropy: Address(id: miner.id).cbor)
      let commit = Randomness.draw(
        baseDigest: try randomness.ticketDigest(at: head.epoch), tag: RandomnessTag.poStChainCommit.rawValue,
        epoch: head.epoch, entropy: [])
      let proof = try miner.prover.windowPoSt(task.sectors, randomness: seed)
      let params = task.params(proof: proof, commitEpoch: head.epoch, commitRandomness: commit)
      _ = try node.send(
        MessageRequest(
          to: Address(id: miner.id), from: miner.worker, method: MinerActor.Method.submitWindowedPoSt,
          params: params.cbor))
    }
  }
}
