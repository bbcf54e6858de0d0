public import FilActors
public import FilCore
public import FilVM

/// The proof that a miner owes for its open deadline.
public struct WindowPoStTask: Hashable, Sendable {
  /// The deadline.
  public let deadline: DeadlineInfo
  /// The partitions to prove, with what is skipped.
  public let partitions: [PoStPartition]
  /// The sectors to prove, in the order of the partitions; the first good one stands in for faulty ones.
  public let sectors: [PoStSector]

  /// The tasks of a miner at an epoch: none if no deadline is open, or all that is in it is proven.
  ///
  /// - Parameters:
  ///   - miner: The miner's number.
  ///   - epoch: The epoch in which the proof is to be on the chain.
  ///   - tree: The state.
  ///   - policy: The network's parameters for actors.
  ///   - isAvailable: Whether the miner can prove a sector in this deadline; the others are skipped and become faulty.
  /// - Returns: Tasks with as many partitions each as one message may have.
  /// - Throws: `MinerError` with `state` if the state cannot be read.
  public static func due<Store: Blockstore>(
    miner: ActorID, at epoch: ChainEpoch, in tree: StateTree<Store>, _ policy: Policy,
    isAvailable: (PoStSector, DeadlineInfo) throws(MinerError) -> Bool
  ) throws(MinerError) -> [WindowPoStTask] {
    let state = try orFail(.state) { () throws(VMError) in try tree.state(MinerState.self, of: miner) }
    let deadline = state.deadlineInfo(policy, at: epoch)
    guard deadline.isOpen else { return [] }
    let reader = try PartitionReader(state, deadline: deadline.index, store: tree.store)
    var tasks: [WindowPoStTask] = []
    var unproven = try reader.unproven { (sector) throws(MinerError) in try isAvailable(sector, deadline) }
    while !unproven.isEmpty {
      let part = unproven.prefix(Int(policy.postedPartitionsMax))
      unproven.removeFirst(part.count)
      let task = WindowPoStTask(deadline: deadline, part)
      if !task.sectors.isEmpty { tasks.append(task) }
    }
    return tasks
  }

  private init(deadline: DeadlineInfo, _ parts: some Sequence<PartitionReader.Part>) {
    self.deadline = deadline
    partitions = parts.map { PoStPartition(index: $0.index, skipped: $0.skipped) }
    let good = parts.lazy.flatMap(\.sectors).compactMap { $0 }.first
    sectors = good.map { good in parts.flatMap { $0.sectors.map { $0 ?? good } } } ?? []
  }

  /// The message's parameters.
  ///
  /// - Parameters:
  ///   - proof: The proof of `sectors`.
  ///   - commitEpoch: An epoch since the challenge, which ties the message to this chain.
  ///   - commitRandomness: The chain's randomness of that epoch.
  /// - Returns: The parameters.
  public func params(
    proof: PoStProof, commitEpoch: ChainEpoch, commitRandomness: Bytes32
  ) -> SubmitWindowedPoStParams {
    SubmitWindowedPoStParams(
      deadline: deadline.index, partitions: partitions, proofs: [proof], chainCommitEpoch: commitEpoch,
      chainCommitRand: commitRandomness.bytes)
  }
}
