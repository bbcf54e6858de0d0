internal import FilCore

extension MinerActor {
  /// What one sector's proof is about.
  private struct SealInput {
    let preCommit: SectorPreCommitOnChainInfo
    let randomness: Bytes32
    let interactiveRandomness: Bytes32
    let unsealedCID: CID

    func verifyInfo(miner: ActorID, proof: [UInt8]) -> SealVerifyInfo {
      SealVerifyInfo(
        type: preCommit.info.sealProof, sector: SectorID(miner: miner, number: preCommit.info.number),
        randomness: randomness, interactiveRandomness: interactiveRandomness, proof: proof,
        sealedCID: preCommit.info.sealedCID, unsealedCID: unsealedCID)
    }

    var aggregateSeal: AggregateSealVerifyInfo.Seal {
      AggregateSealVerifyInfo.Seal(
        number: preCommit.info.number, randomness: randomness, interactiveRandomness: interactiveRandomness,
        sealedCID: preCommit.info.sealedCID, unsealedCID: unsealedCID)
    }
  }

  /// The only kind of aggregate that is accepted: SnarkPack, second version.
  private static let aggregateProofType: Int64 = 1

  static func proveCommit(
    _ params: ProveCommitSectors3Params, _ runtime: some Runtime
  ) throws(ActorError) -> BatchReturn {
    let state = try runtime.state(MinerState.self)
    let info = try state.loadInfo(in: runtime.store)
    try runtime.validateCaller(.actors(info.controllers))
    let preCommits = try state.requirePreCommitted(params.activations.map(\.number), in: runtime.store)
    try require(!preCommits.isEmpty, .illegalArgument, "no sectors to prove")
    try check(params, preCommits[0].info.sealProof, runtime.policy)

    let (validated, inputs) = try validate(
      preCommits, allOrNothing: params.requireActivationSuccess, runtime)
    try require(validated.successCount > 0, .illegalArgument, "no valid precommits specified")
    let proven = try verify(params, inputs, validated, runtime)
    try require(proven.successCount > 0, .illegalArgument, "no valid proofs specified")

    let candidates = proven.successes(of: validated.successes(of: Array(zip(params.activations, preCommits))))
    let (activated, spaces) = try activatePieces(
      candidates, allOrNothing: params.requireActivationSuccess, runtime)
    try require(activated.successCount > 0, .illegalArgument, "all data activations failed")
    let successes = activated.successes(of: candidates)

    let network = try networkPledgeInputs(runtime)
    try activateSectors(successes.map(\.1), spaces, network, info, runtime)
    for (activation, preCommit) in successes {
      try emitActivated(
        preCommit.info.number, unsealedCID: preCommit.info.unsealedCID,
        pieces: activation.pieces.map { ($0.cid, $0.size) }, runtime)
    }
    try notify(successes, requireSuccess: params.requireNotificationSuccess, runtime)
    return validated.followed(by: proven).followed(by: activated)
  }

  /// Requires that there are proofs for the sectors, one each or one for all, and of the right size.
  private static func check(
    _ params: ProveCommitSectors3Params, _ type: RegisteredSealProof, _ policy: Policy
  ) throws(ActorError) {
    try require(
      params.proofs.isEmpty != params.aggregateProof.isEmpty, .illegalArgument,
      "exactly one of sector proofs or aggregate proof must be non-empty")
    if params.proofs.isEmpty {
      try checkAggregate(params, policy)
      return
    }
    try require(
      params.aggregateProofType == nil, .illegalArgument, "aggregate proof type must be null with batched proofs")
    try require(
      params.activations.count == params.proofs.count, .illegalArgument,
      "mismatched lengths: \(params.activations.count) sector activations, \(params.proofs.count) proofs")
    let maxBytes = try (policy.maxSealProofBytes ?? type.proofSize)
      .orAbort(.illegalState, "failed to determine max proof size for type \(type)")
    for proof in params.proofs {
      try require(
        proof.count <= maxBytes, .illegalArgument, "sector proof size \(proof.count) exceeds max \(maxBytes)")
    }
  }

  private static func checkAggregate(_ params: ProveCommitSectors3Params, _ policy: Policy) throws(ActorError) {
    try require(
      params.aggregateProofType == aggregateProofType, .illegalArgument, "aggregate proof type must be SnarkPackV2")
    let count = UInt64(params.activations.count)
    try require(count <= policy.maxAggregatedSectors, .illegalArgument, "too many sectors addressed, \(count)")
    try require(count >= policy.minAggregatedSectors, .illegalArgument, "too few sectors addressed, \(count)")
    try require(
      params.aggregateProof.count <= policy.maxAggregatedProofSize, .illegalArgument,
      "sector prove-commit proof of size \(params.aggregateProof.count) exceeds max size")
  }

  /// Checks that sectors may be proven now, and gathers what their proofs are about: of all of them, because an
  /// aggregate covers those, too, that are not activated.
  private static func validate(
    _ preCommits: [SectorPreCommitOnChainInfo], allOrNothing: Bool, _ runtime: some Runtime
  ) throws(ActorError) -> (BatchReturn, [SealInput]) {
    var batch = BatchReturn([])
    var inputs: [SealInput] = []
    for preCommit in preCommits {
      let info = preCommit.info
      let duration = try MinerPolicy.maxProveCommitDuration(runtime.policy, info.sealProof)
        .orAbort(.illegalState, "no max seal duration for proof type: \(info.sealProof)")
      // Sectors with deals of their own are from before network version 22.
      let isValid = info.dealIDs.isEmpty && runtime.epoch <= preCommit.epoch + duration
      if let previous = inputs.last?.preCommit.info.sealProof {
        try require(
          previous == info.sealProof, .illegalState,
          "seal proof group for verification contains mismatched seal proofs \(previous) and \(info.sealProof)")
      }
      inputs.append(try sealInput(preCommit, runtime))
      try require(
        isValid || !allOrNothing, .illegalArgument,
        "invalid pre-commit of sector \(info.number) while requiring activation success")
      batch.append(isValid ? .ok : .illegalArgument)
    }
    return (batch, inputs)
  }

  private static func sealInput(
    _ preCommit: SectorPreCommitOnChainInfo, _ runtime: some Runtime
  ) throws(ActorError) -> SealInput {
    let interactiveEpoch = preCommit.epoch + runtime.policy.preCommitChallengeDelay
    try require(runtime.epoch > interactiveEpoch, .forbidden, "too early to prove sector")
    let entropy = Address(id: runtime.message.receiver).cbor
    let randomness = try runtime.ticketRandomness(
      .sealRandomness, epoch: preCommit.info.sealRandEpoch, entropy: entropy)
    let interactive = try runtime.beaconRandomness(
      .interactiveSealChallengeSeed, epoch: interactiveEpoch, entropy: entropy)
    let unsealed = try MinerPolicy.unsealedCID(of: preCommit.info)
    return SealInput(
      preCommit: preCommit, randomness: randomness, interactiveRandomness: interactive, unsealedCID: unsealed)
  }

  /// Verifies the proofs of those sectors that may be proven.
  private static func verify(
    _ params: ProveCommitSectors3Params, _ inputs: [SealInput], _ validated: BatchReturn, _ runtime: some Runtime
  ) throws(ActorError) -> BatchReturn {
    let miner = runtime.message.receiver
    guard !params.proofs.isEmpty else {
      let info = AggregateSealVerifyInfo(
        miner: miner, sealProof: inputs[0].preCommit.info.sealProof, aggregateProof: aggregateProofType,
        proof: params.aggregateProof, seals: inputs.map(\.aggregateSeal))
      let isValid = (try? runtime.verifyAggregateSeals(info)) ?? false
      try require(isValid, .illegalArgument, "aggregate seal verify failed")
      return .allSucceeded(Int(validated.successCount))
    }
    let infos = validated.successes(of: Array(zip(inputs, params.proofs)))
      .map { $0.verifyInfo(miner: miner, proof: $1) }
    let results = try orAbort(.illegalArgument, "failed to batch verify") { () throws(SyscallError) in
      try runtime.verifySeals(infos)
    }
    try require(
      results.allSatisfy { $0 } || !params.requireActivationSuccess, .illegalArgument,
      "invalid proof while requiring activation success")
    return BatchReturn(results.map { $0 ? .ok : .illegalArgument })
  }
}
