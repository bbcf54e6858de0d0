internal import FilActors
public import FilCore
internal import FilVM

/// Makes the first state and the first block of a chain, in the order in which Lotus does it.
///
/// First the actors that every chain has are set by hand, then messages that the system sends create the miners,
/// publish their deals and commit their sectors. Signatures of deals are taken on trust.
public struct GenesisBuilder<Store: Blockstore> {
  /// The number of the first account.
  static var firstAccount: ActorID { 100 }
  /// The number of the first miner.
  static var firstMiner: ActorID { 1000 }

  let parameters: GenesisParameters
  let template: GenesisTemplate
  let store: Store
  let proofs: any ProofVerifier
  private let context: MachineContext

  /// A builder.
  ///
  /// - Parameters:
  ///   - template: What the genesis is to hold.
  ///   - parameters: The network's parameters.
  ///   - store: Where the state goes.
  ///   - proofs: Who computes commitments to data.
  /// - Throws: `GenesisError` for a network version that the machine does not know.
  public init(
    _ template: GenesisTemplate, parameters: GenesisParameters, store: Store, proofs: any ProofVerifier
  ) throws(GenesisError) {
    self.template = template
    self.parameters = parameters
    self.store = store
    self.proofs = proofs
    context = try orFail { () throws(VMError) in
      var context = try MachineContext(
        epoch: 0, networkVersion: parameters.networkVersion, baseFee: .zero, circulatingSupply: .zero,
        chainID: parameters.chainID, policy: parameters.policy, codes: parameters.codes,
        randomness: GenesisRandomness(), proofs: proofs)
      context.trustsSignatures = true
      return context
    }
  }

  /// Makes the state and the block, and puts both in the store.
  ///
  /// - Returns: The block.
  /// - Throws: `GenesisError` if the template does not make a genesis, or the store fails.
  public func build() throws(GenesisError) -> BlockHeader {
    let root = try initialState()
    let machine = try orFail { () throws(VMError) in try Machine(root: root, store: store, context: context) }
    try prepareDatacap(machine)
    try MinerSetup(self, machine).run()
    return try orFail { () throws(VMError) in
      try addNullEthereumAccount(machine.tree)
      return try block(stateRoot: try machine.flush())
    }
  }

  /// Executes a message that the system sends.
  ///
  /// - Returns: What it returns.
  func execute(_ message: Message, on machine: Machine<Store>) throws(GenesisError) -> [UInt8] {
    var message = message
    message.gasLimit = 1_000_000_000_000_000
    let sent = message
    let result = try orFail { () throws(VMError) in try machine.applyImplicit(sent) }
    guard result.receipt.exitCode.isSuccess else {
      throw GenesisError(.message, "\(result.receipt.exitCode): \(result.failure)")
    }
    return result.receipt.returnData
  }

  /// Has the clients of the genesis's deals get the datacap that these need.
  private func prepareDatacap(_ machine: Machine<Store>) throws(GenesisError) {
    let deals = template.miners.flatMap { $0.sectors.compactMap(\.deal?.proposal) }
    let needs = Dictionary(deals.map { ($0.client, BigInt($0.pieceSize)) }, uniquingKeysWith: +)
    let total = needs.values.reduce(BigInt.zero, +)
    guard !total.isZero else { return }
    let verifier = Address(id: 81)
    let addVerifier = VerifierParams(address: verifier, allowance: total)
    _ = try execute(
      Message(
        to: .verifregActor, from: Address(id: 80), method: VerifregActor.Method.addVerifier, params: addVerifier.cbor),
      on: machine)
    for (client, bytes) in needs.sorted(by: { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }) {
      let id = try orFail { () throws(VMError) in try machine.tree.resolve(client) }
      guard let id else { throw GenesisError(.template, "deal client \(client) has no account") }
      let addClient = VerifierParams(address: Address(id: id), allowance: bytes)
      _ = try execute(
        Message(
          to: .verifregActor, from: verifier, method: VerifregActor.Method.addVerifiedClient, params: addClient.cbor),
        on: machine)
    }
  }

  /// The Ethereum address of zeros, at which much is sent by mistake, is an account of its own.
  private func addNullEthereumAccount<Base>(_ tree: StateTree<Base>) throws(VMError) {
    let address = Address.nullEthereum
    let id = try tree.register(address)
    tree.set(id, to: ActorRecord(code: parameters.codes[.ethAccount], delegatedAddress: address))
  }

  private func block(stateRoot: CID) throws(VMError) -> BlockHeader {
    do {
      var empty = AMT<CID, _>(store: store, configuration: .legacy)
      let none = try empty.flush()
      let messages = Block(dagCBOR: MessageRoots(bls: none, secp256k1: none).cbor)
      let header = BlockHeader(
        miner: .systemActor, ticket: Ticket(vrfProof: template.ticket),
        electionProof: ElectionProof(winCount: 0, vrfProof: []),
        beaconEntries: [BeaconEntry(round: 0, signature: [UInt8](repeating: 0, count: 32))], winningPoStProof: [],
        parents: [CID.beforeGenesis], parentWeight: 0, height: 0, parentStateRoot: stateRoot,
        parentMessageReceipts: none, messages: messages.cid, blsAggregate: nil, timestamp: template.timestamp,
        blockSignature: nil, parentBaseFee: parameters.baseFee)
      try store.put([messages, Block(dagCBOR: header.cbor)])
      return header
    } catch {
      throw VMError(.store, "\(error)")
    }
  }
}

/// Runs `body` and turns the machine's failure into one of the genesis.
func orFail<Value>(_ body: () throws(VMError) -> Value) throws(GenesisError) -> Value {
  do {
    return try body()
  } catch {
    throw GenesisError(.machine, error.description)
  }
}

/// As `orFail(_:)`, for an actor's state.
func orFail<Value>(actor body: () throws(ActorError) -> Value) throws(GenesisError) -> Value {
  do {
    return try body()
  } catch {
    throw GenesisError(.machine, error.description)
  }
}

extension CID {
  /// The parent that the genesis block of every Filecoin network names: a note to the reader.
  public static let beforeGenesis = CID(codec: .dagCBOR, hash: .sha256, digest: noteDigest)

  private static let noteDigest: [UInt8] = [
    0x10, 0x7d, 0x82, 0x1c, 0x25, 0xdc, 0x07, 0x35, 0x20, 0x02, 0x49, 0xdf, 0x94, 0xa8, 0xbe, 0xbc,
    0x9c, 0x8e, 0x48, 0x97, 0x44, 0xf8, 0x6a, 0x4c, 0xa8, 0x91, 0x9e, 0x81, 0xf1, 0x9d, 0xcd, 0x72,
  ]
}
