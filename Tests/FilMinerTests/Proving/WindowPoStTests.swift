import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMiner
import FilProofs
import FilVM
import Testing

@Suite("Window PoSt", .timeLimit(.minutes(15)))
struct WindowPoStTests {
  @Test("a miner that proves each deadline keeps its power; one that does not loses it", arguments: [true, false])
  func powerFollowsProofs(proves: Bool) throws {
    var chain = try OneMinerChain()
    let before = try chain.claim()
    let full: BigInt = 4096
    #expect(before?.rawBytePower == full)
    var proofs = 0
    for _ in 0..<300 {
      let messages = proves ? try chain.windowPoStMessages() : []
      proofs += messages.count
      for outcome in try chain.advance(messages) { #expect(outcome.receipt.exitCode == .ok, "\(outcome.failure)") }
    }
    let after = try chain.claim()
    #expect(after?.rawBytePower == (proves ? full : 0))
    #expect((proofs > 0) == proves)
  }
}

/// A chain of tipsets with one block each, without elections and signatures: only what the state goes through.
private struct OneMinerChain {
  private static let miner: ActorID = 1000
  private let parameters = NetworkParameters.local
  private let store = MemoryBlockstore()
  private let owner: Address
  private let prover: SectorProver<VanillaProofs>
  private let executor: TipsetExecutor<MemoryBlockstore>
  private var state: CID
  private var epoch: ChainEpoch = 0
  private var nonce: UInt64 = 0

  init() throws {
    let key = try #require(BLSPrivateKey(derivedFrom: [UInt8](repeating: 7, count: 32)))
    owner = try #require(Address(blsPublicKey: key.publicKey.bytes))
    let sealProof = RegisteredSealProof(.v1_1, .kib2)
    let sectors = try GenesisSectors.seal(
      miner: Self.miner, count: 2, sealProof: sealProof, seed: .zero, storage: { _ in InMemorySectorStorage() })
    let template = GenesisTemplate(
      networkName: "local", timestamp: parameters.genesisTime, ticket: [UInt8](repeating: 1, count: 32),
      accounts: [GenesisAccount(key: owner, balance: .fil(1_000_000))],
      verifregRoot: .multisig(signers: [owner], threshold: 1), firstVerifier: owner,
      reserve: .multisig(signers: [owner], threshold: 1),
      miners: [
        GenesisMiner(owner: owner, worker: owner, sealProof: sealProof, sectors: sectors.map(\.forGenesis))
      ],
      pledgesByEstimate: true)
    let header = try GenesisBuilder(
      template,
      parameters: GenesisParameters(
        policy: parameters.policy, codes: parameters.actorCodes, chainID: parameters.ethereumChainID),
      store: store, proofs: VanillaProofs()
    ).build()
    state = header.parentStateRoot
    executor = TipsetExecutor(parameters: parameters, store: store, proofs: VanillaProofs())
    prover = SectorProver(miner: Self.miner, sectors: SectorCatalog(sectors), scheme: VanillaProofs())
  }

  func claim() throws -> PowerClaim? {
    let tree = try StateTree(root: state, store: store)
    return try tree.state(PowerState.self, of: SingletonActors.power).claim(of: Address(id: Self.miner), in: store)
  }

  mutating func windowPoStMessages() throws -> [Message] {
    let tree = try StateTree(root: state, store: store)
    let tasks = try WindowPoStTask.due(
      miner: Self.miner, at: epoch + 1, in: tree, parameters.policy, isAvailable: { _ in true })
    return try tasks.map { task in
      let randomness = Randomness.draw(
        baseDigest: try EpochRandomness().beaconDigest(at: task.deadline.challenge),
        tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: task.deadline.challenge,
        entropy: Address(id: Self.miner).cbor)
      let commitEpoch = epoch
      let commit = Randomness.draw(
        baseDigest: try EpochRandomness().ticketDigest(at: commitEpoch), tag: RandomnessTag.poStChainCommit.rawValue,
        epoch: commitEpoch, entropy: [])
      let proof = try prover.windowPoSt(task.sectors, randomness: randomness)
      let params = task.params(proof: proof, commitEpoch: commitEpoch, commitRandomness: commit)
      defer { nonce += 1 }
      return Message(
        to: Address(id: Self.miner), from: owner, nonce: nonce, gasLimit: 1_000_000_000,
        gasFeeCap: TokenAmount(atto: 1_000), method: 5, params: params.cbor)
    }
  }

  /// Makes the next tipset.
  mutating func advance(_ messages: [Message]) throws -> [ApplyResult] {
    let block = RewardedBlock(miner: Address(id: Self.miner), winCount: 1, messages: messages.map(ChainMessage.bls))
    let input = TipsetInput(
      epoch: epoch + 1, parentEpoch: epoch, parentState: state, baseFee: TokenAmount(atto: 100), blocks: [block])
    let executed = try executor.execute(input, randomness: EpochRandomness())
    state = executed.outcome.stateRoot
    epoch += 1
    return executed.results.map(\.result)
  }
}

/// Other randomness at each epoch.
private struct EpochRandomness: ChainRandomness {
  func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { BLAKE2b.hash256([1] + epoch.keyBytes) }
  func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { BLAKE2b.hash256([2] + epoch.keyBytes) }
}
