internal import FilActors
public import FilChain
public import FilCore
internal import FilCrypto
public import FilProofs
internal import FilVM
internal import Synchronization

/// Proves a miner's deadlines as they open, each once.
public final class WindowPoStPoster<Blocks: Blockstore, Scheme: ProofScheme>: Sendable {
  private let node: ChainNode<Blocks>
  private let worker: Address
  private let prover: SectorProver<Scheme>
  private let proven = Mutex<[Partition: ChainEpoch]>([:])

  /// A partition in one proving period.
  private struct Partition: Hashable {
    let periodStart: ChainEpoch
    let deadline: UInt64
    let partition: UInt64
  }

  /// A poster.
  ///
  /// - Parameters:
  ///   - node: The chain.
  ///   - worker: The key that sends the proofs.
  ///   - prover: The miner's sectors.
  public init(node: ChainNode<Blocks>, worker: Address, prover: SectorProver<Scheme>) {
    self.node = node
    self.worker = worker
    self.prover = prover
  }

  /// Proves what is due in the epoch after the head and sends the proofs.
  ///
  /// - Returns: The messages, for others to be told of.
  /// - Throws: `MinerError` if a proof cannot be made or sent; a later call tries again.
  public func post() throws(MinerError) -> [SignedMessage] {
    let (head, tree) = try orFail(.state) { () throws(ChainError) in (try node.follower.head(), try node.headState()) }
    let randomness = TipsetRandomness(chain: node.chain, tipset: head, parameters: node.parameters)
    let tasks = try WindowPoStTask.due(
      miner: prover.miner, at: head.epoch + 1, in: tree, node.parameters.policy
    ) { (sector, deadline) throws(MinerError) in
      prover.canProve(sector, randomness: try seed(of: deadline, randomness))
    }
    var sent: [SignedMessage] = []
    for task in tasks where task.deadline.challenge < head.epoch && isOpen(task) {
      let request = try request(for: task, head, randomness)
      sent.append(try orFail(.state) { () throws(SendError) in try node.send(request) })
      note(task)
    }
    return sent
  }

  private func request(
    for task: WindowPoStTask, _ head: Tipset, _ randomness: TipsetRandomness<Blocks>
  ) throws(MinerError) -> MessageRequest {
    let miner = Address(id: prover.miner)
    let ticket = try orFail(.state) { () throws(VMError) in try randomness.ticketDigest(at: head.epoch) }
    let seed = try seed(of: task.deadline, randomness)
    let commit = Randomness.draw(
      baseDigest: ticket, tag: RandomnessTag.poStChainCommit.rawValue, epoch: head.epoch, entropy: [])
    let proof = try prover.windowPoSt(task.sectors, randomness: seed)
    let params = task.params(proof: proof, commitEpoch: head.epoch, commitRandomness: commit)
    return MessageRequest(
      to: miner, from: worker, method: MinerActor.Method.submitWindowedPoSt, params: params.cbor)
  }

  /// What the challenges of a deadline are drawn from.
  private func seed(
    of deadline: DeadlineInfo, _ randomness: TipsetRandomness<Blocks>
  ) throws(MinerError) -> Bytes32 {
    let epoch = deadline.challenge
    let digest = try orFail(.state) { () throws(VMError) in try randomness.beaconDigest(at: epoch) }
    return Randomness.draw(
      baseDigest: digest, tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: epoch,
      entropy: Address(id: prover.miner).cbor)
  }

  private func partitions(_ task: WindowPoStTask) -> [Partition] {
    task.partitions.map {
      Partition(periodStart: task.deadline.periodStart, deadline: task.deadline.index, partition: $0.index)
    }
  }

  /// Whether a proof of a task's partitions is not on its way.
  private func isOpen(_ task: WindowPoStTask) -> Bool {
    proven.withLock { proven in !partitions(task).contains { proven[$0] != nil } }
  }

  private func note(_ task: WindowPoStTask) {
    let oldest = task.deadline.periodStart - node.parameters.policy.windowPoStProvingPeriod
    proven.withLock { proven in
      proven = proven.filter { $0.value >= oldest }
      for partition in partitions(task) { proven[partition] = task.deadline.periodStart }
    }
  }
}
