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

  /// Proves what is due in the epoch after the head and sends the proofs; to be called by one task at a time.
  ///
  /// Sectors that are lost are skipped. Partitions of which nothing can be proven are not posted: a later call tries
  /// again, and in the end the chain marks them faulty.
  ///
  /// - Parameter work: Where the proofs are made.
  /// - Returns: What was sent, and what could not be proven.
  /// - Throws: `MinerError` with `state` if it cannot be known what is due.
  public func post(on work: any WorkPool) async throws(MinerError) -> WindowPoStReport {
    let (head, tree) = try orFail(.state) { () throws(ChainError) in (try node.follower.head(), try node.headState()) }
    let tasks = try WindowPoStTask.due(
      miner: prover.miner, at: head.epoch + 1, in: tree, node.parameters.policy, isAvailable: prover.holds)
    var report = WindowPoStReport()
    for task in tasks where task.deadline.challenge < head.epoch && isOpen(task) {
      do {
        try await post(task, head, on: work, &report)
      } catch {
        report.failures.append(error)
      }
    }
    return report
  }

  private func post(
    _ task: WindowPoStTask, _ head: Tipset, on work: any WorkPool, _ report: inout WindowPoStReport
  ) async throws(MinerError) {
    let randomness = TipsetRandomness(chain: node.chain, tipset: head, parameters: node.parameters)
    let (seed, commit) = try draw(for: task, head, randomness)
    let prover = prover
    let proven = try await work.run("window PoSt of f0\(prover.miner)") { () throws(MinerError) in
      try task.prove(with: prover, randomness: seed)
    }
    guard let (rest, proof) = proven else {
      report.skipped += Set(task.skipped + task.sectors.map(\.number)).sorted()
      return
    }
    report.skipped += rest.skipped
    let params = rest.params(proof: proof, commitEpoch: head.epoch, commitRandomness: commit)
    let request = MessageRequest(
      to: Address(id: prover.miner), from: worker, method: MinerActor.Method.submitWindowedPoSt, params: params.cbor)
    report.messages.append(try orFail(.state) { () throws(SendError) in try node.send(request) })
    note(rest)
  }

  /// What a task's challenges are drawn from, and what ties its message to the chain.
  private func draw(
    for task: WindowPoStTask, _ head: Tipset, _ randomness: TipsetRandomness<Blocks>
  ) throws(MinerError) -> (seed: Bytes32, commit: Bytes32) {
    let challenge = task.deadline.challenge
    let (beacon, ticket) = try orFail(.state) { () throws(VMError) in
      (try randomness.beaconDigest(at: challenge), try randomness.ticketDigest(at: head.epoch))
    }
    let seed = Randomness.draw(
      baseDigest: beacon, tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: challenge,
      entropy: Address(id: prover.miner).cbor)
    let commit = Randomness.draw(
      baseDigest: ticket, tag: RandomnessTag.poStChainCommit.rawValue, epoch: head.epoch, entropy: [])
    return (seed, commit)
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
