import FilActors
import FilChain
import FilCore
import FilMarket
import FilNode
import FilProofs
import FilVM
import Testing

@Suite("Messages with nonsense in them", .timeLimit(.minutes(15)))
struct MutatedMessageTests {
  /// Executes messages where a tipset's were, each on the state before them all.
  private struct Bench {
    let node: Node
    let tipset: Tipset

    func execute(_ message: Message) throws -> Receipt {
      let chain = node.chain.chain
      let parameters = node.parameters
      var context = try MachineContext(
        epoch: tipset.epoch, networkVersion: parameters.networkVersion(at: tipset.epoch), baseFee: .zero,
        circulatingSupply: .fil(1_000_000), chainID: parameters.ethereumChainID, policy: parameters.policy,
        codes: parameters.actorCodes,
        randomness: TipsetRandomness(chain: chain, tipset: tipset, parameters: parameters), proofs: VanillaProofs())
      context.trustsSignatures = true
      let root = tipset.parentStateRoot
      return try Machine(root: root, store: chain.blocks, context: context).applyImplicit(message).receipt
    }
  }

  /// Executes a message as it is and with each thing in its parameters changed; how many times that is.
  private static func mutate(_ message: Message, on bench: Bench, expecting exitCode: ExitCode? = nil) throws -> Int {
    let result = try bench.execute(message)
    if let exitCode { #expect(result.exitCode == exitCode, "method \(message.method)") }
    let variants = try IPLDNode(cbor: message.params).variants
    for variant in variants {
      var changed = message
      changed.params = variant.cbor
      _ = try bench.execute(changed)
    }
    return variants.count
  }

  @Test("none of them stops a node, whatever is changed in the messages of a deal's life")
  func sentMessages() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      let client = try await network.addClient(balance: .fil(10))
      let file = try await client.importFile(Array("what a client wants to keep".utf8))
      let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
      var executed: [MethodNumber: Int] = [:]
      try await network.advance(within: 200) {
        let tipset = try client.node.chain.follower.head()
        let bench = Bench(node: client.node, tipset: tipset)
        for message in try client.node.chain.chain.executedMessages(of: tipset).joined().map(\.message)
        where !message.params.isEmpty && executed[message.method] == nil {
          executed[message.method] = try Self.mutate(message, on: bench, expecting: .ok)
        }
        guard executed.count == 5 else { return false }
        return try await deal.isActive()
      }
      // AddBalance, PublishStorageDeals, SubmitWindowedPoSt, PreCommitSectorBatch2 and ProveCommitSectors3.
      #expect(Set(executed.keys) == [2, 4, 5, 28, 34])
      #expect(executed.values.reduce(0, +) > 250)
    }
  }

  /// Calls of other methods that anybody may send.
  private static func calls(from client: Address, worker: Address, miner: Address) -> [Message] {
    let proof = RegisteredPoStProof(.windowV1_1, .kib2)
    let create = CreateMinerParams(
      owner: client, worker: worker, windowPoStProofType: proof, peerID: [1], multiaddrs: [[2], [3]])
    let authenticate = AuthenticateMessageParams(signature: [UInt8](repeating: 1, count: 65), message: [1, 2])
    let allocation = AllocationRequests(
      allocations: [
        AllocationRequest(
          provider: 1000, data: CID(unsealedCommitment: .zero), size: 2048, termMin: 10, termMax: 20, expiration: 30)
      ], extensions: [ClaimExtensionRequest(provider: 1000, claim: 1, termMax: 100)])
    let transfer = TransferFromParams(
      from: miner, to: .verifregActor, amount: .fil(2048), operatorData: allocation.cbor)
    let market: [(MethodNumber, [UInt8])] = [
      (MarketActor.Method.withdrawBalance, WithdrawBalanceParams(providerOrClient: client, amount: .fil(1)).cbor),
      (MarketActor.Method.settleDealPayments, BitField(0..<3).cbor), (MarketActor.Method.getBalance, client.cbor),
      (MarketActor.Method.getDealTerm, DealID(0).cbor), (MarketActor.Method.getDealTotalPrice, DealID(0).cbor),
      (MarketActor.Method.getDealSector, DealID(0).cbor),
    ]
    return market.map { Message(to: .marketActor, from: client, method: $0.0, params: $0.1) } + [
      Message(
        to: .powerActor, from: client, value: .fil(1), method: PowerActor.Method.createMiner, params: create.cbor),
      Message(to: client, from: miner, method: AccountActor.Method.authenticateMessage, params: authenticate.cbor),
      Message(
        to: .initActor, from: client, method: InitActor.Method.exec,
        params: ExecParams(code: CID(dagCBOR: []), constructorParams: [0x80]).cbor),
      Message(to: .datacapActor, from: client, method: DatacapActor.Method.transferFrom, params: transfer.cbor),
      Message(
        to: .datacapActor, from: client, method: DatacapActor.Method.burn,
        params: BurnParams(amount: .fil(1)).cbor),
      Message(
        to: .verifregActor, from: client, method: VerifregActor.Method.addVerifier,
        params: VerifierParams(address: client, allowance: 1 << 40).cbor),
    ]
  }

  /// Calls that miners make, with what their owners have told them.
  private static func calls(ofMiner miner: Address, _ file: DealFile) -> [Message] {
    let sector = SectorDeals(
      number: 7, sealProof: RegisteredSealProof(.v1_1, .kib2), expiration: 2_000_000, dealIDs: [0])
    let change = SectorChanges(
      sector: 7, minimumCommitmentEpoch: 2_000_000,
      added: [PieceChange(data: file.piece.cid, size: file.piece.size, payload: DealID(0).cbor)])
    let calls: [(MethodNumber, [UInt8])] = [
      (MarketActor.Method.verifyDealsForActivation, VerifyDealsForActivationParams(sectors: [sector]).cbor),
      (MarketActor.Method.batchActivateDeals, BatchActivateDealsParams(sectors: [sector], computeCID: true).cbor),
      (MarketActor.Method.sectorContentChanged, SectorContentChangedParams(sectors: [change]).cbor),
      (
        MarketActor.Method.onMinerSectorsTerminate,
        OnMinerSectorsTerminateParams(epoch: 20, sectors: BitField(0..<9)).cbor
      ),
    ]
    return calls.map { Message(to: .marketActor, from: miner, method: $0.0, params: $0.1) }
  }

  @Test("nor in calls of other methods")
  func otherCalls() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      let client = try await network.addClient(balance: .fil(10))
      let file = try await client.importFile(Array("what a client wants to keep".utf8))
      let miner = network.storageMiners[0]
      let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
      var executed = 0
      for isActive in [false, true] {
        try await network.advance(within: 40) {
          if isActive { return try await deal.isActive() }
          return await miner.provider.deal(deal.uuid)?.checkpoint == .publishConfirmed
        }
        let bench = Bench(node: client.node, tipset: try client.node.chain.follower.head())
        let calls =
          Self.calls(from: client.address, worker: miner.miner.worker, miner: Address(id: miner.id))
          + Self.calls(ofMiner: Address(id: miner.id), file)
        for message in calls { executed += try Self.mutate(message, on: bench) }
      }
      #expect(executed > 500)
    }
  }
}
