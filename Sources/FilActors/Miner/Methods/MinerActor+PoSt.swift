internal import FilCore

extension MinerActor {
  /// The bytes of a proof on mainnet for each partition.
  private static let proofBytesPerPartition = 192
  private static let maxRandomnessBytes = 32

  static func submitWindowedPoSt(
    _ params: SubmitWindowedPoStParams, _ runtime: some Runtime
  ) throws(ActorError) {
    let policy = runtime.policy
    try require(params.proofs.count == 1, .illegalArgument, "expected exactly one proof, got \(params.proofs.count)")
    let proof = params.proofs[0]
    try require(
      policy.validPoStProofTypes.contains(proof.type), .illegalArgument, "proof type \(proof.type) not allowed")
    try require(
      params.deadline < policy.windowPoStPeriodDeadlines, .illegalArgument, "invalid deadline \(params.deadline)")
    try require(
      params.chainCommitRand.count <= maxRandomnessBytes, .illegalArgument,
      "expected at most \(maxRandomnessBytes) bytes of randomness, got \(params.chainCommitRand.count)")
    let delta = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      let info = try state.loadInfo(in: runtime.store)
      try runtime.validateCaller(.actors(info.controllers))
      try check(params, proof, info, policy)
      let deadline = try openDeadline(params, state, runtime)
      return try recordPoSt(params, info, deadline, &state, runtime)
    }
    try updatePower(delta, runtime)
    try checkBalance(runtime)
  }

  /// Requires that proof and partitions are what the miner may submit.
  private static func check(
    _ params: SubmitWindowedPoStParams, _ proof: PoStProof, _ info: MinerInfo, _ policy: Policy
  ) throws(ActorError) {
    try require(
      proof.type == info.windowPoStProofType, .illegalArgument,
      "expected proof of type \(info.windowPoStProofType), got \(proof.type)")
    let maxBytes = (policy.maxWindowPoStBytesPerPartition ?? proofBytesPerPartition) * params.partitions.count
    try require(
      proof.bytes.count <= maxBytes, .illegalArgument, "expected proof to be smaller than \(maxBytes) bytes")
    let loadable = min(
      policy.addressedSectorsMax / max(1, info.windowPoStPartitionSectors), policy.addressedPartitionsMax)
    let limit = min(loadable, policy.postedPartitionsMax)
    try require(
      UInt64(params.partitions.count) <= limit, .illegalArgument,
      "too many partitions \(params.partitions.count), limit \(limit)")
  }

  /// The deadline that is open, which must be the one that is proven, and for this chain.
  private static func openDeadline(
    _ params: SubmitWindowedPoStParams, _ state: MinerState, _ runtime: some Runtime
  ) throws(ActorError) -> DeadlineInfo {
    let epoch = runtime.epoch
    let deadline = state.deadlineInfo(runtime.policy, at: epoch)
    try require(
      deadline.isOpen, .illegalState, "proving period \(deadline.periodStart) not yet open at \(epoch)")
    try require(
      params.deadline == deadline.index, .illegalArgument,
      "invalid deadline \(params.deadline) at epoch \(epoch), expected \(deadline.index)")
    try require(
      params.chainCommitEpoch >= deadline.challenge, .illegalArgument,
      "expected chain commit epoch \(params.chainCommitEpoch) to be after \(deadline.challenge)")
    try require(
      params.chainCommitEpoch < epoch, .illegalArgument,
      "chain commit epoch \(params.chainCommitEpoch) must be less than the current epoch \(epoch)")
    let randomness = try runtime.ticketRandomness(.poStChainCommit, epoch: params.chainCommitEpoch, entropy: [])
    try require(
      randomness.bytes == params.chainCommitRand, .illegalArgument, "post commit randomness mismatched")
    return deadline
  }

  /// Takes the proof as right: it is kept for others to dispute, unless it brings power back, when it is verified.
  private static func recordPoSt<R: Runtime>(
    _ params: SubmitWindowedPoStParams, _ info: MinerInfo, _ deadline: DeadlineInfo, _ state: inout MinerState,
    _ runtime: R
  ) throws(ActorError) -> PowerPair {
    let store = runtime.store
    let sectors = try SectorArray(root: state.sectors, store: store)
    var all = try state.loadDeadlines(in: store)
    var entry = try all.load(params.deadline, in: store)
    let result = try entry.recordProven(
      params.partitions, sectors, expiration: deadline.last + runtime.policy.faultMaxAge, try info.sectorSize(),
      deadline.quantization, in: store)
    try require(
      !result.sectors.subtracting(result.ignoredSectors).isEmpty, .illegalArgument,
      "cannot prove partitions with no active sectors")
    if result.recoveredPower.isZero {
      try entry.record(params.proofs, for: result.partitions, in: store)
    } else {
      let proven = try sectors.load(result.sectors, standingInFor: result.ignoredSectors)
      try verify(params.proofs, proven, challenge: deadline.challenge, runtime)
    }
    try all.update(params.deadline, to: entry, in: store)
    state.deadlines = try store.save(all)
    return result.powerDelta
  }

  private static func verify(
    _ proofs: [PoStProof], _ sectors: [SectorOnChainInfo], challenge: ChainEpoch, _ runtime: some Runtime
  ) throws(ActorError) {
    let miner = runtime.message.receiver
    let randomness = try runtime.beaconRandomness(
      .windowedPoStChallengeSeed, epoch: challenge, entropy: Address(id: miner).cbor)
    let info = PoStVerifyInfo(
      randomness: randomness, proofs: proofs,
      sectors: sectors.map { PoStSector(sealProof: $0.sealProof, number: $0.number, sealedCID: $0.sealedCID) },
      prover: miner)
    let isValid = (try? runtime.verifyPoSt(info)) ?? false
    try require(isValid, .illegalArgument, "invalid post was submitted")
  }
}
