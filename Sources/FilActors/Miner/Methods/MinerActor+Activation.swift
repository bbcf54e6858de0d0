internal import FilCore

/// What of a sector's data counts.
struct ActivatedSpace {
  /// The bytes of data that is not verified.
  var unverified: BigInt
  /// The bytes of verified data.
  var verified: BigInt
  /// The pieces.
  var pieces: [(cid: CID, size: UInt64)] = []
}

extension MinerActor {
  /// Claims the allocations of sectors' pieces, whose commitments must make the sectors' commitments.
  static func activatePieces(
    _ sectors: [(SectorActivationManifest, SectorPreCommitOnChainInfo)], allOrNothing: Bool, _ runtime: some Runtime
  ) throws(ActorError) -> (BatchReturn, [ActivatedSpace]) {
    var claims: [SectorAllocationClaims] = []
    for (manifest, preCommit) in sectors {
      try checkCommitment(manifest, preCommit.info, runtime)
      let sectorClaims = manifest.pieces.compactMap { piece in
        piece.verifiedAllocationKey.map {
          AllocationClaim(client: $0.client, allocationID: $0.id, data: piece.cid, size: piece.size)
        }
      }
      claims.append(
        SectorAllocationClaims(
          sector: manifest.number, expiry: preCommit.info.expiration, claims: sectorClaims))
    }
    let answer = try claim(claims, allOrNothing: allOrNothing, runtime)
    let successes = answer.results.successes(of: sectors.map(\.0))
    let spaces = zip(successes, answer.claimedSpace).map { manifest, claimed in
      let unverified = manifest.pieces.filter { $0.verifiedAllocationKey == nil }
      return ActivatedSpace(
        unverified: unverified.reduce(BigInt.zero) { $0 + BigInt($1.size) }, verified: claimed)
    }
    return (answer.results, spaces)
  }

  private static func checkCommitment(
    _ manifest: SectorActivationManifest, _ info: SectorPreCommitInfo, _ runtime: some Runtime
  ) throws(ActorError) {
    var computed = try MinerPolicy.zeroUnsealedCID(info.sealProof)
    if !manifest.pieces.isEmpty {
      let pieces = manifest.pieces.map { PieceInfo(size: $0.size, cid: $0.cid) }
      computed = try orAbort(.illegalArgument, "failed to compute unsealed sector CID") { () throws(SyscallError) in
        try runtime.unsealedSectorCID(type: info.sealProof, pieces: pieces)
      }
    }
    let declared = try MinerPolicy.unsealedCID(of: info)
    try require(
      computed == declared, .illegalArgument, "unsealed CID does not match pieces for sector \(manifest.number)")
  }

  /// Claims allocations of verified data; asks no one if there are none.
  private static func claim(
    _ claims: [SectorAllocationClaims], allOrNothing: Bool, _ runtime: some Runtime
  ) throws(ActorError) -> ClaimAllocationsReturn {
    guard claims.contains(where: { !$0.claims.isEmpty }) else {
      return ClaimAllocationsReturn(
        results: .allSucceeded(claims.count), claimedSpace: [BigInt](repeating: 0, count: claims.count))
    }
    let params = ClaimAllocationsParams(sectors: claims, allOrNothing: allOrNothing)
    do {
      let answer: ClaimAllocationsReturn = try runtime.call(
        .verifregActor, VerifregMethods.claimAllocations, IPLDBlock(params)
      ).requireReturn()
      return answer
    } catch {
      throw error.inContext("error claiming allocations on batch")
    }
  }

  static func setUpPreseal(
    _ params: InternalSectorSetupForPresealParams, _ runtime: some Runtime
  ) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let state = try runtime.state(MinerState.self)
    let preCommits = try state.findPreCommitted(params.sectors, in: runtime.store)
    let info = try state.loadInfo(in: runtime.store)
    let (batch, spaces) = try activateDeals(of: preCommits, runtime)
    let successes = batch.successes(of: preCommits)
    let network = NetworkPledgeInputs(
      networkPower: params.qualityAdjustedPowerSmoothed, baselinePower: params.rewardBaselinePower,
      circulatingSupply: runtime.circulatingSupply, epochReward: params.rewardSmoothed, epochsSinceRampStart: 0,
      rampDurationEpochs: 0)
    try activateSectors(successes, spaces, network, info, runtime)
    for (preCommit, space) in zip(successes, spaces) {
      try emitActivated(
        preCommit.info.number, unsealedCID: preCommit.info.unsealedCID, pieces: space.pieces, runtime)
    }
  }

  /// Activates the deals of sectors, and claims their allocations.
  private static func activateDeals(
    of preCommits: [SectorPreCommitOnChainInfo], _ runtime: some Runtime
  ) throws(ActorError) -> (BatchReturn, [ActivatedSpace]) {
    let answer = try requestActivation(of: preCommits, runtime)
    try require(answer.results.successCount > 0, .illegalArgument, "all deals failed to activate")
    let successes = answer.results.successes(of: preCommits)
    let claims = zip(successes, answer.activations).map { preCommit, activation in
      let claims = activation.activated.filter { $0.allocationID != 0 }.map {
        AllocationClaim(client: $0.client, allocationID: $0.allocationID, data: $0.data, size: $0.size)
      }
      return SectorAllocationClaims(
        sector: preCommit.info.number, expiry: preCommit.info.expiration, claims: claims)
    }
    let claimed = try claim(claims, allOrNothing: true, runtime)
    let spaces = zip(answer.activations, claimed.claimedSpace).map { activation, verified in
      let unverified = activation.activated.filter { $0.allocationID == 0 }
      return ActivatedSpace(
        unverified: unverified.reduce(BigInt.zero) { $0 + BigInt($1.size) }, verified: verified,
        pieces: activation.activated.map { ($0.data, $0.size) })
    }
    return (answer.results, spaces)
  }

  private static func requestActivation(
    of preCommits: [SectorPreCommitOnChainInfo], _ runtime: some Runtime
  ) throws(ActorError) -> BatchActivateDealsReturn {
    guard preCommits.contains(where: { !$0.info.dealIDs.isEmpty }) else {
      let none = SectorDealActivation(activated: [], unsealedCID: nil)
      return BatchActivateDealsReturn(
        results: .allSucceeded(preCommits.count),
        activations: [SectorDealActivation](repeating: none, count: preCommits.count))
    }
    let params = BatchActivateDealsParams(
      sectors: preCommits.map(\.info).map {
        SectorDeals(
          number: $0.number, sealProof: $0.sealProof, expiration: $0.expiration, dealIDs: $0.dealIDs)
      }, computeCID: false)
    return try runtime.call(.marketActor, MarketMethods.batchActivateDeals, IPLDBlock(params)).requireReturn()
  }

  /// Makes proven sectors part of the state: their pledges replace their deposits, and deadlines take them.
  static func activateSectors(
    _ preCommits: [SectorPreCommitOnChainInfo], _ spaces: [ActivatedSpace], _ network: NetworkPledgeInputs,
    _ info: MinerInfo, _ runtime: some Runtime
  ) throws(ActorError) {
    let size = try info.sectorSize()
    let pledge = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      let store = runtime.store
      var sectors: [SectorOnChainInfo] = []
      for (preCommit, space) in zip(preCommits, spaces) {
        sectors.append(try sector(preCommit.info, space, network, size, runtime))
      }
      try state.put(sectors, in: store)
      try state.deletePreCommitted(sectors.map(\.number), in: store)
      try state.assignToDeadlines(sectors, info, runtime.policy, at: runtime.epoch, in: store)
      let deposits = zip(preCommits, sectors).reduce(TokenAmount.zero) { $0 + $1.0.deposit }
      try state.addPreCommitDeposit(-deposits)
      let pledge = sectors.reduce(TokenAmount.zero) { $0 + $1.initialPledge }
      let unlocked = try state.unlockedBalance(runtime.balance)
      try require(
        unlocked >= pledge, .actorInsufficientFunds,
        "insufficient funds for aggregate initial pledge requirement \(pledge), available: \(unlocked)")
      try state.addInitialPledge(pledge)
      try state.checkBalance(runtime.balance)
      return pledge
    }
    try notifyPledgeChanged(pledge, runtime)
  }

  private static func sector(
    _ info: SectorPreCommitInfo, _ space: ActivatedSpace, _ network: NetworkPledgeInputs, _ size: SectorSize,
    _ runtime: some Runtime
  ) throws(ActorError) -> SectorOnChainInfo {
    let (policy, epoch) = (runtime.policy, runtime.epoch)
    let duration = info.expiration - epoch
    try require(
      duration >= policy.minSectorExpiration, .illegalArgument,
      "precommit \(info.number) has lifetime \(duration) less than minimum \(policy.minSectorExpiration)")
    let verifiedWeight = space.verified * BigInt(duration)
    let power = SectorQuality.power(size, duration: duration, verifiedWeight: verifiedWeight)
    return SectorOnChainInfo(
      number: info.number, sealProof: info.sealProof, sealedCID: info.sealedCID, activation: epoch,
      expiration: info.expiration, dealWeight: space.unverified * BigInt(duration),
      verifiedDealWeight: verifiedWeight, initialPledge: MinerFunds.initialPledge(power, network),
      dailyFee: MinerFunds.dailyFee(policy, power, circulatingSupply: network.circulatingSupply))
  }
}
