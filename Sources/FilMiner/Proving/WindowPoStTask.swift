public import FilActors
public import FilCore
public import FilVM

/// The proof that a miner owes for its open deadline.
public struct WindowPoStTask: Hashable, Sendable {
  /// The deadline.
  public let deadline: DeadlineInfo
  /// The partitions to prove, with what is skipped.
  public let partitions: [PoStPartition]
  /// The sectors to prove, by number; the first good one stands in for those that are faulty, skipped, or over.
  public let sectors: [PoStSector]
  private let parts: [ProvenPartition]

  /// The sectors that should be proven and are not; the message says so, and they become faulty.
  public var skipped: [SectorNumber] { parts.flatMap(\.skipped) }

  /// The tasks of a miner at an epoch: none if no deadline is open, or all that is in it is proven.
  ///
  /// - Parameters:
  ///   - miner: The miner's number.
  ///   - epoch: The epoch in which the proof is to be on the chain.
  ///   - tree: The state.
  ///   - policy: The network's parameters for actors.
  ///   - isAvailable: Whether the miner can prove a sector; the others are skipped and become faulty.
  /// - Returns: Tasks with as many partitions each as one message may have.
  /// - Throws: `MinerError` with `state` if the state cannot be read.
  public static func due<Store: Blockstore>(
    miner: ActorID, at epoch: ChainEpoch, in tree: StateTree<Store>, _ policy: Policy,
    isAvailable: (PoStSector) -> Bool
  ) throws(MinerError) -> [WindowPoStTask] {
    let state = try orFail(.state) { () throws(VMError) in try tree.state(MinerState.self, of: miner) }
    let deadline = state.deadlineInfo(policy, at: epoch)
    guard deadline.isOpen else { return [] }
    let reader = try PartitionReader(state, deadline: deadline.index, store: tree.store)
    var tasks: [WindowPoStTask] = []
    var unproven = try reader.unproven(isAvailable)
    while !unproven.isEmpty {
      let parts = unproven.prefix(max(1, Int(clamping: policy.postedPartitionsMax)))
      unproven.removeFirst(parts.count)
      if let task = try WindowPoStTask(deadline, Array(parts)) { tasks.append(task) }
    }
    return tasks
  }

  /// A task for the partitions that have a sector to prove; `nil` if none has.
  private init?(_ deadline: DeadlineInfo, _ parts: [ProvenPartition]) throws(MinerError) {
    let parts = parts.filter(\.hasProven)
    // The chain takes the sectors of all partitions together, by number.
    let members = parts.flatMap(\.members).sorted { $0.number < $1.number }
    guard let good = members.lazy.compactMap(\.proven).first else { return nil }
    var partitions: [PoStPartition] = []
    for part in parts { partitions.append(try part.posted()) }
    self.deadline = deadline
    self.parts = parts
    self.partitions = partitions
    sectors = members.map { $0.proven ?? good }
  }

  /// The task without some sectors, which are skipped; partitions with no other sector are left out.
  ///
  /// - Parameter lost: The sectors that cannot be proven.
  /// - Returns: The task; `nil` if nothing is left of it.
  /// - Throws: `MinerError` with `state`.
  public func skipping(_ lost: [SectorNumber]) throws(MinerError) -> WindowPoStTask? {
    let lost = Set(lost)
    return try WindowPoStTask(deadline, parts.map { $0.skipping(lost) })
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
