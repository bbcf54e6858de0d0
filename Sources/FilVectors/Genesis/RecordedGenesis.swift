internal import FilActors
public import FilChain
public import FilCore
public import FilStore
internal import FilVM

/// A genesis that Lotus made, and what chance or its author decided in it.
public struct RecordedGenesis {
  /// The block.
  public let header: BlockHeader
  /// What decides everything in the genesis.
  public let template: GenesisTemplate
  /// The codes of the built-in actors, from the manifest.
  let codes: ActorCodes

  /// Reads a genesis from a snapshot whose root is its block.
  ///
  /// - Throws: An error if it is no genesis with multisigs for root and reserve, as the reference makes it.
  public init(_ snapshot: SnapshotBlockstore) throws {
    guard let root = snapshot.roots.first else { throw VectorError("no root") }
    let header = try BlockHeader(cbor: try snapshot.require(root))
    let tree = try StateTree(root: header.parentStateRoot, store: snapshot)
    self.header = header
    codes = try ActorCodes(recorded: tree)
    template = try GenesisTemplate(recorded: header, tree)
  }

  /// The parameters of the recorded network: sectors of 2 KiB, short delays, little power needed.
  public var parameters: GenesisParameters {
    var policy = Policy()
    policy.preCommitChallengeDelay = 10
    policy.minimumConsensusPower = 2048
    policy.minimumVerifiedAllocationSize = 256
    policy.validPoStProofTypes.formUnion([.kib2, .mib8].map { RegisteredPoStProof(.windowV1_1, $0) })
    policy.validPreCommitProofTypes.formUnion([.kib2, .mib8].map { RegisteredSealProof(.v1_1, $0) })
    return GenesisParameters(policy: policy, codes: codes, chainID: 31_415_926)
  }
}

extension ActorCodes {
  /// The codes in the system actor's manifest.
  fileprivate init(recorded tree: StateTree<SnapshotBlockstore>) throws {
    let system = try tree.state(SystemState.self, of: SingletonActors.system)
    var decoder = CBORDecoder(try tree.store.require(system.builtinActors))
    let entries = try (0..<decoder.array()).map { _ in
      let (name, code) = try decoder.tuple(String.self, CID.self)
      guard let type = ActorType.allCases.first(where: { $0.name == name }) else {
        throw VectorError("unknown actor \(name)")
      }
      return Entry(type, code)
    }
    try self.init(entries)
  }
}

extension GenesisTemplate {
  /// What the genesis with a state was made from.
  fileprivate init(recorded header: BlockHeader, _ tree: StateTree<SnapshotBlockstore>) throws {
    let key = try tree.state(AccountState.self, of: 100).address
    self.init(
      networkName: try tree.state(InitState.self, of: SingletonActors.`init`).networkName,
      timestamp: header.timestamp, ticket: header.ticket?.vrfProof ?? [],
      accounts: [GenesisAccount(key: key, balance: .fil(50_000_000))],
      verifregRoot: try GenesisOwner(recorded: 80, tree),
      firstVerifier: try tree.state(AccountState.self, of: 81).address,
      reserve: try GenesisOwner(recorded: SingletonActors.reserve, tree),
      miners: [try GenesisMiner(recorded: 1000, owner: key, tree)], pledgesByEstimate: false)
  }
}

extension GenesisOwner {
  fileprivate init(recorded id: ActorID, _ tree: StateTree<SnapshotBlockstore>) throws {
    let state = try tree.state(MultisigState.self, of: id)
    let keys = try state.signers.map { try tree.state(AccountState.self, of: $0.id ?? 0).address }
    self = .multisig(signers: keys, threshold: state.threshold)
  }
}

extension GenesisMiner {
  fileprivate init(recorded id: ActorID, owner: Address, _ tree: StateTree<SnapshotBlockstore>) throws {
    let state = try tree.state(MinerState.self, of: id)
    let info = try state.loadInfo(in: tree.store)
    let market = try tree.state(MarketState.self, of: SingletonActors.market)
    let deals = try AMT<DealProposal, _>(root: market.proposals, store: tree.store)
    let sectors = try AMT<SectorOnChainInfo, _>(root: state.sectors, store: tree.store)
    var genesisSectors: [GenesisSector] = []
    for number in 0..<deals.count {
      guard var deal = try deals.get(number), let sector = try sectors.get(number) else {
        throw VectorError("no deal or sector \(number)")
      }
      deal.client = owner
      let signed = ClientDealProposal(proposal: deal, signature: Signature(type: .bls, data: []))
      genesisSectors.append(
        GenesisSector(
          number: number, sealProof: sector.sealProof, sealedCID: sector.sealedCID, unsealedCID: deal.pieceCID,
          deal: signed))
    }
    self.init(
      owner: owner, worker: owner, peerID: info.peerID, sealProof: RegisteredSealProof(.v1_1, .kib2),
      sectors: genesisSectors)
  }
}
