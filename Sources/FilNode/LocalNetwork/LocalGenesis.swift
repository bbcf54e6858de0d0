internal import FilActors
internal import FilChain
internal import FilCore
internal import FilCrypto
internal import FilMarket
internal import FilMiner
internal import FilProofs

/// The genesis of a network in one process: everything follows from the seed.
struct LocalGenesis: Sendable {
  /// A storage miner.
  struct Miner: Sendable {
    let id: ActorID
    let key: WalletKey
    let sectors: [SealedSector]
  }

  let parameters: NetworkParameters
  let beacon: LocalBeacon
  let header: BlockHeader
  let miners: [Miner]
  /// Holds money for accounts that come later.
  let faucet: WalletKey
  /// The blocks of the genesis state.
  let blocks: [Block]
  /// How sectors are sealed.
  let sealProof: RegisteredSealProof
  private let seed: Bytes32

  /// What the miners want for storing data.
  var ask: StorageAsk {
    StorageAsk(pricePerGiBEpoch: .nanoFIL(1), maxPieceSize: sealProof.sectorSize?.rawValue ?? 0)
  }

  /// What the key of a client follows from.
  func keySeed(client number: Int) -> Bytes32 {
    BLAKE2b.hash256(Array("fil-local-client".utf8) + seed.bytes + UInt64(number).keyBytes)
  }

  /// What each account of the genesis has.
  private static var balance: TokenAmount { .fil(1_000_000) }

  init(
    _ configuration: LocalNetworkConfiguration, seed: Bytes32,
    sectorStorage: (SectorID) throws -> any SectorStorage
  ) throws {
    let parameters = NetworkParameters.local(seed: seed)
    let beacon = LocalBeacon(
      seed: seed, genesisTime: parameters.genesisTime, period: parameters.blockDelay)
    let sealProof = RegisteredSealProof(.v1_1, configuration.sectorSize)
    let faucet = Self.key(seed, 0)
    var miners: [Miner] = []
    for index in 0..<configuration.storageMiners {
      let id = 1000 + ActorID(index)
      let sectors = try GenesisSectors.seal(
        miner: id, count: configuration.sectorsPerMiner, sealProof: sealProof, seed: seed,
        storage: sectorStorage)
      miners.append(Miner(id: id, key: Self.key(seed, 1 + UInt8(truncatingIfNeeded: index)), sectors: sectors))
    }
    let keys = [faucet.address] + miners.map(\.key.address)
    let template = GenesisTemplate(
      networkName: parameters.name, timestamp: parameters.genesisTime, ticket: seed.bytes,
      accounts: keys.map { GenesisAccount(key: $0, balance: Self.balance) },
      verifregRoot: .multisig(signers: [faucet.address], threshold: 1), firstVerifier: faucet.address,
      reserve: .multisig(signers: [faucet.address], threshold: 1),
      miners: miners.map { miner in
        GenesisMiner(
          owner: miner.key.address, worker: miner.key.address, sealProof: sealProof,
          sectors: miner.sectors.map(\.forGenesis))
      },
      pledgesByEstimate: true)
    let store = MemoryBlockstore()
    header = try GenesisBuilder(
      template,
      parameters: GenesisParameters(
        policy: parameters.policy, codes: parameters.actorCodes, chainID: parameters.ethereumChainID),
      store: store, proofs: VanillaProofs()
    ).build()
    self.sealProof = sealProof
    self.seed = seed
    self.parameters = parameters
    self.beacon = beacon
    self.miners = miners
    self.faucet = faucet
    blocks = store.all
  }

  private static func key(_ seed: Bytes32, _ number: UInt8) -> WalletKey {
    WalletKey(type: .bls, seed: BLAKE2b.hash256(Array("fil-local-key".utf8) + seed.bytes + [number]))
  }
}
