public import FilCore
public import FilCrypto

/// Makes a miner's blocks: takes part in an epoch's election, and if it wins, proves, fills and signs a block.
public struct BlockProducer<Blocks: Blockstore>: Sendable {
  /// The miner.
  public let miner: Address
  private let chain: ChainStore<Blocks>
  private let parameters: NetworkParameters
  private let wallet: any Wallet
  private let prover: any BlockProver
  private let proofs: any ProofVerifier
  private let beacon: any BeaconSource

  /// A producer.
  ///
  /// - Parameters:
  ///   - miner: The miner's ID address.
  ///   - chain: The chain that blocks are to extend.
  ///   - parameters: The network.
  ///   - wallet: Holds the worker's key.
  ///   - prover: Proves the sectors that are drawn.
  ///   - proofs: Who says which are drawn.
  ///   - beacon: Where beacon entries come from.
  public init(
    miner: Address, chain: ChainStore<Blocks>, parameters: NetworkParameters, wallet: any Wallet,
    prover: any BlockProver, proofs: any ProofVerifier, beacon: any BeaconSource
  ) {
    self.miner = miner
    self.chain = chain
    self.parameters = parameters
    self.wallet = wallet
    self.prover = prover
    self.proofs = proofs
    self.beacon = beacon
  }

  /// Makes the miner's block of an epoch, if it wins one.
  ///
  /// - Parameters:
  ///   - epoch: The epoch.
  ///   - parents: The tipset that the block is to build on.
  ///   - outcome: What the parents' messages came to.
  ///   - messages: Chooses the block's messages; called only if the miner wins.
  /// - Returns: The block; `nil` if the miner may not take part or does not win.
  /// - Throws: `ProductionError`.
  public func block(
    at epoch: ChainEpoch, on parents: Tipset, outcome: TipsetOutcome,
    messages: (_ baseFee: TokenAmount) throws(ProductionError) -> [SignedMessage]
  ) throws(ProductionError) -> FullBlock? {
    let round = try orFail(.chain) { () throws(ChainError) in
      try ElectionRound(epoch, parents: parents, outcome: outcome, chain: chain, parameters)
    }
    let obstacle = try orFail(.chain) { () throws(ChainError) in try round.obstacle(for: miner) }
    guard obstacle == nil else { return nil }
    let worker = try worker(round)
    let entries = try beaconEntries(round)
    let drawn = entries.last ?? round.previousBeacon
    let proof = try sign(round.electionInput(drawn, miner).bytes, by: worker).data
    let winCount = try orFail(.chain) { () throws(ChainError) in try round.winCount(of: miner, proof: proof) }
    guard winCount > 0 else { return nil }
    let election = ElectionProof(winCount: winCount, vrfProof: proof)
    let ticket = Ticket(vrfProof: try sign(round.ticketInput(drawn, miner).bytes, by: worker).data)
    let post = try winningPoSt(round, drawn)
    let baseFee = try orFail(.chain) { () throws(ChainError) in try chain.nextBaseFee(after: parents, parameters) }
    let (content, aggregate) = try pack(try messages(baseFee))
    let header = try header(round, content, baseFee) { header in
      header.ticket = ticket
      header.electionProof = election
      header.beaconEntries = entries
      header.winningPoStProof = [post]
      header.blsAggregate = aggregate
    }
    return FullBlock(header: try signed(header, by: worker), messages: content)
  }

  private func worker(_ round: ElectionRound<Blocks>) throws(ProductionError) -> Address {
    let worker = try orFail(.chain) { () throws(ChainError) in try round.worker(of: miner) }
    guard let worker else { throw ProductionError(.chain, "no miner \(miner) at the lookback") }
    return worker
  }

  private func sign(_ bytes: [UInt8], by worker: Address) throws(ProductionError) -> Signature {
    try orFail(.key) { () throws(WalletError) in try wallet.sign(bytes, by: worker) }
  }

  private func beaconEntries(_ round: ElectionRound<Blocks>) throws(ProductionError) -> [BeaconEntry] {
    var entries: [BeaconEntry] = []
    for number in round.beaconRounds {
      guard let entry = beacon.entry(of: number) else { throw ProductionError(.beacon, "no round \(number)") }
      entries.append(entry)
    }
    return entries
  }

  private func winningPoSt(
    _ round: ElectionRound<Blocks>, _ drawn: BeaconEntry
  ) throws(ProductionError) -> PoStProof {
    let seed = round.winningPoStSeed(drawn, miner)
    let sectors = try orFail(.chain) { () throws(SectorDrawFailure) in
      try round.challengedSectors(of: miner, seed: seed, proofs)
    }
    guard !sectors.isEmpty else { throw ProductionError(.proof, "\(miner) has no sectors to prove") }
    return try orFail(.proof) { () throws(any Error) in try prover.winningPoSt(of: sectors, randomness: seed) }
  }

  /// Sorts messages by their signatures, and aggregates those of BLS keys.
  private func pack(_ messages: [SignedMessage]) throws(ProductionError) -> (BlockMessages, Signature) {
    let bls = messages.filter { $0.signature.type == .bls }
    let content = BlockMessages(
      bls: bls.map(\.message), secp256k1: messages.filter { $0.signature.type != .bls })
    do {
      var signatures: [BLSSignature] = []
      for message in bls { signatures.append(try BLSSignature(message.signature.data)) }
      let aggregate = BLSSignature.aggregate(signatures)
      return (content, Signature(type: .bls, data: aggregate.bytes))
    } catch {
      throw ProductionError(.key, "a message's signature is no BLS signature: \(error)")
    }
  }

  private func header(
    _ round: ElectionRound<Blocks>, _ content: BlockMessages, _ baseFee: TokenAmount,
    _ complete: (inout BlockHeader) -> Void
  ) throws(ProductionError) -> BlockHeader {
    let parents = round.parents
    let (weight, root) = try orFail(.chain) { () throws(ChainError) in
      (try chain.weight(of: parents, parameters), try content.root)
    }
    let timestamp = parents.timestamp + UInt64(round.epoch - parents.epoch) * parameters.blockDelay
    var header = BlockHeader(
      miner: miner, ticket: nil, electionProof: nil, beaconEntries: [], winningPoStProof: [],
      parents: parents.key.cids, parentWeight: weight, height: round.epoch,
      parentStateRoot: round.outcome.stateRoot, parentMessageReceipts: round.outcome.receiptsRoot, messages: root,
      blsAggregate: nil, timestamp: timestamp, blockSignature: nil, parentBaseFee: baseFee)
    complete(&header)
    return header
  }

  private func signed(_ header: BlockHeader, by worker: Address) throws(ProductionError) -> BlockHeader {
    var header = header
    header.blockSignature = try sign(header.signedBytes, by: worker)
    return header
  }
}
