internal import FilActors
public import FilChain
public import FilCore
internal import FilCrypto
public import FilProofs
internal import FilVM

/// Brings one sector to the chain: seals it, pre-commits it, proves it.
///
/// Each call of `advance` does what is due at the head and returns at once otherwise. Sealing and the proof of the seal
/// are made on a work pool, everything else in the call.
public struct SectorJob<Blocks: Blockstore, Scheme: ProofScheme>: Sendable {
  /// Whose sector it is, and its number.
  public var id: SectorID { builder.id }
  /// How far it is.
  public private(set) var phase = SectorPhase.packed
  private let builder: SectorBuilder
  private let deals: [DealPiece]
  private let worker: Address
  private let node: ChainNode<Blocks>
  private let prover: SectorProver<Scheme>

  /// How many epochs back messages are looked for.
  private static var searchDepth: ChainEpoch { 200 }

  /// A job for a packed sector.
  ///
  /// - Parameters:
  ///   - builder: The sector with its pieces.
  ///   - deals: The deals of those pieces, in the same order.
  ///   - worker: The key that sends the miner's messages.
  ///   - node: The chain.
  ///   - prover: Proves seals; the sector goes into its catalog when it is on the chain.
  public init(
    _ builder: SectorBuilder, deals: [DealPiece], worker: Address, node: ChainNode<Blocks>,
    prover: SectorProver<Scheme>
  ) {
    self.builder = builder
    self.deals = deals
    self.worker = worker
    self.node = node
    self.prover = prover
  }

  /// Does what is due at the head.
  ///
  /// What may get better, such as a full disk or a chain that cannot be read, is an error, and the next call tries
  /// again. What will not, such as damaged data or a message that the chain refuses, ends the job: its phase becomes
  /// `failed` with the reason. A sector that fails before it is sealed leaves no files; one that fails later keeps them,
  /// as a message may come to another end when the chain is reorganized.
  ///
  /// - Parameter work: Where heavy work is done.
  /// - Returns: A message that was sent, for others to be told of; `nil` if there was nothing to send.
  /// - Throws: `MinerError` if it cannot be done now.
  public mutating func advance(on work: any WorkPool) async throws(MinerError) -> SignedMessage? {
    do {
      return try await step(on: work)
    } catch {
      guard error.isFinal else { throw error }
      if case .packed = phase { builder.discard() }
      phase = .failed(error.detail)
      return nil
    }
  }

  private mutating func step(on work: any WorkPool) async throws(MinerError) -> SignedMessage? {
    switch phase {
    case .packed:
      let (sealed, epoch) = try await seal(on: work)
      phase = .sealed(sealed, ticketEpoch: epoch)
      return try await step(on: work)
    case .sealed(let sealed, let epoch):
      let signed = try send(try preCommit(sealed, epoch))
      phase = .preCommitSent(sealed, message: signed.chainCID)
      return signed
    case .preCommitSent(let sealed, let message):
      guard let receipt = try receipt(of: message) else { return nil }
      phase =
        receipt.exitCode.isSuccess
        ? .preCommitted(sealed, at: try preCommitEpoch()) : .failed("pre-commit: exit code \(receipt.exitCode)")
      return nil
    case .preCommitted(let sealed, let epoch):
      guard let seed = try proofSeed(preCommitted: epoch) else { return nil }
      let signed = try send(try proveCommit(sealed, try await proof(of: sealed, seed, on: work)))
      phase = .proofSent(sealed, message: signed.chainCID)
      return signed
    case .proofSent(let sealed, let message):
      guard let receipt = try receipt(of: message) else { return nil }
      guard receipt.exitCode.isSuccess else {
        phase = .failed("proof: exit code \(receipt.exitCode)")
        return nil
      }
      // It is to be proven from now on, whatever becomes of the files that nobody needs.
      prover.sectors.insert(sealed)
      phase = .active(sealed)
      try sealed.dropSealingFiles()
      return nil
    case .active, .failed: return nil
    }
  }

  // MARK: Steps

  private func seal(on work: any WorkPool) async throws(MinerError) -> (SealedSector, ChainEpoch) {
    let head = try head()
    let epoch = head.epoch - node.parameters.lookback
    let digest = try orFail(.state) { () throws(VMError) in try randomness(head).ticketDigest(at: epoch) }
    let ticket = Randomness.draw(
      baseDigest: digest, tag: RandomnessTag.sealRandomness.rawValue, epoch: epoch, entropy: minerAddress.cbor)
    let builder = builder
    let sealed = try await work.run("seal sector \(id.number) of f0\(id.miner)") { () throws(MinerError) in
      try builder.seal(ticket: ticket)
    }
    return (sealed, epoch)
  }

  private func proof(
    of sealed: SealedSector, _ seed: Bytes32, on work: any WorkPool
  ) async throws(MinerError) -> [UInt8] {
    let prover = prover
    return try await work.run("seal proof of sector \(id.number) of f0\(id.miner)") { () throws(MinerError) in
      try prover.sealProof(of: sealed, seed: seed)
    }
  }

  private func preCommit(_ sealed: SealedSector, _ ticketEpoch: ChainEpoch) throws(MinerError) -> MessageRequest {
    let policy = node.parameters.policy
    let now = try head().epoch
    let end = max(deals.map(\.end).max() ?? 0, now + policy.minSectorExpiration)
    // The sector must outlive its deals, and its life only counts from when it is proven.
    let slack = policy.windowPoStProvingPeriod + policy.preCommitChallengeDelay
    let info = SectorPreCommitInfo(
      sealProof: sealed.sealProof, number: id.number, sealedCID: sealed.commitments.sealedCID,
      sealRandEpoch: ticketEpoch, dealIDs: [], expiration: end + slack,
      unsealedCID: sealed.pieces.isEmpty ? nil : sealed.commitments.unsealedCID)
    let inputs = try pledgeInputs()
    let power = SectorPower.maximum(of: sealed.sealProof)
    let deposit = MinerFunds.preCommitDeposit(power, reward: inputs.epochReward, networkPower: inputs.networkPower)
    return request(
      MinerActor.Method.preCommitSectorBatch2, PreCommitSectorBatch2Params(sectors: [info]), value: deposit)
  }

  /// The randomness that the proof is about; `nil` if it is not there yet.
  private func proofSeed(preCommitted epoch: ChainEpoch) throws(MinerError) -> Bytes32? {
    let head = try head()
    let seedEpoch = epoch + node.parameters.policy.preCommitChallengeDelay
    guard head.epoch >= seedEpoch else { return nil }
    let digest = try orFail(.state) { () throws(VMError) in try randomness(head).beaconDigest(at: seedEpoch) }
    return Randomness.draw(
      baseDigest: digest, tag: RandomnessTag.interactiveSealChallengeSeed.rawValue, epoch: seedEpoch,
      entropy: minerAddress.cbor)
  }

  private func proveCommit(_ sealed: SealedSector, _ proof: [UInt8]) throws(MinerError) -> MessageRequest {
    let pieces = zip(sealed.pieces, deals).map { stored, deal in
      PieceActivationManifest(
        cid: stored.piece.cid, size: stored.piece.size, verifiedAllocationKey: nil,
        notify: [DataActivationNotification(address: .marketActor, payload: deal.deal.cbor)])
    }
    let params = ProveCommitSectors3Params(
      activations: [SectorActivationManifest(number: id.number, pieces: pieces)],
      proofs: [proof], aggregateProof: [], aggregateProofType: nil,
      requireActivationSuccess: true, requireNotificationSuccess: true)
    let pledge = MinerFunds.initialPledge(SectorPower.maximum(of: sealed.sealProof), try pledgeInputs())
    return request(MinerActor.Method.proveCommitSectors3, params, value: pledge)
  }

  // MARK: The chain

  private var minerAddress: Address { Address(id: id.miner) }

  private func request(_ method: MethodNumber, _ params: some CBOREncodable, value: TokenAmount) -> MessageRequest {
    MessageRequest(to: minerAddress, from: worker, value: value, method: method, params: params.cbor)
  }

  private func send(_ request: MessageRequest) throws(MinerError) -> SignedMessage {
    try orFail(.state) { () throws(SendError) in try node.send(request) }
  }

  private func head() throws(MinerError) -> Tipset {
    try orFail(.state) { () throws(ChainError) in try node.follower.head() }
  }

  private func randomness(_ head: Tipset) -> TipsetRandomness<Blocks> {
    TipsetRandomness(chain: node.chain, tipset: head, parameters: node.parameters)
  }

  private func receipt(of message: CID) throws(MinerError) -> Receipt? {
    try orFail(.state) { () throws(ChainError) in
      try node.follower.receipt(of: message, searching: Self.searchDepth)?.receipt
    }
  }

  private func preCommitEpoch() throws(MinerError) -> ChainEpoch {
    let tree = try orFail(.state) { () throws(ChainError) in try node.headState() }
    let state = try orFail(.state) { () throws(VMError) in try tree.state(MinerState.self, of: id.miner) }
    let info = try orFail(.state) { () throws(CollectionError) in
      try HAMTMap<SectorNumber, SectorPreCommitOnChainInfo, Blocks>(
        root: state.preCommittedSectors, store: tree.store
      ).get(id.number)
    }
    guard let info else { throw MinerError(.state, "sector \(id.number) is not pre-committed yet") }
    return info.epoch
  }

  private func pledgeInputs() throws(MinerError) -> NetworkPledgeInputs {
    let tree = try orFail(.state) { () throws(ChainError) in try node.headState() }
    return try orFail(.state) { () throws(VMError) in
      let power = try tree.state(PowerState.self, of: SingletonActors.power)
      let reward = try tree.state(RewardState.self, of: SingletonActors.reward)
      let epoch = reward.epoch
      let supply = try CirculatingSupply(at: epoch, in: tree, node.parameters)
      return NetworkPledgeInputs(
        networkPower: power.thisEpochQAPowerSmoothed, baselinePower: reward.thisEpochBaselinePower,
        circulatingSupply: supply.circulating, epochReward: reward.thisEpochRewardSmoothed,
        epochsSinceRampStart: epoch - power.rampStartEpoch, rampDurationEpochs: power.rampDurationEpochs)
    }
  }
}
