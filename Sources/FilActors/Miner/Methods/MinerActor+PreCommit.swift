internal import FilCore

extension MinerActor {
  static func preCommit(_ sectors: [SectorPreCommitInfo], _ runtime: some Runtime) throws(ActorError) {
    try require(!sectors.isEmpty, .illegalArgument, "batch empty")
    let numbers = try check(sectors, runtime)
    let reward = try thisEpochReward(runtime)
    let power = try currentTotalPower(runtime)
    let unsealedCIDs = try verifyDeals(of: sectors, runtime)
    let (burnt, needsCron) = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      // The available balance is without debt already, so it is read before debt is paid.
      let available = try state.availableBalance(runtime.balance)
      let burnt = try state.repayDebts(balance: runtime.balance)
      let info = try state.loadInfo(in: runtime.store)
      try runtime.validateCaller(.actors(info.controllers))
      try require(
        runtime.epoch > info.consensusFaultElapsed, .forbidden,
        "pre-commit not allowed during active consensus fault")
      let deposit = MinerFunds.preCommitDeposit(
        SectorQuality.maximumPower(try info.sectorSize()), reward: reward.rewardSmoothed,
        networkPower: power.qualityAdjustedPowerSmoothed)
      for (sector, computed) in zip(sectors, unsealedCIDs) { try check(sector, computed, info, runtime.policy) }
      try add(sectors, numbers, deposit: deposit, available: available, to: &state, runtime)
      defer { state.deadlineCronActive = true }
      return (burnt, !state.deadlineCronActive)
    }
    try burn(burnt, runtime)
    try checkBalance(runtime)
    if needsCron {
      let deadline = try runtime.state(MinerState.self).deadlineInfo(runtime.policy, at: runtime.epoch)
      try enroll(.provingDeadline, at: deadline.last, runtime)
    }
  }

  /// Requires of each sector what needs no state; gives their numbers.
  private static func check(
    _ sectors: [SectorPreCommitInfo], _ runtime: some Runtime
  ) throws(ActorError) -> BitField {
    let (policy, epoch) = (runtime.policy, runtime.epoch)
    let earliest = epoch - policy.maxPreCommitRandomnessLookback
    var numbers = BitField()
    for sector in sectors {
      try require(!numbers.contains(sector.number), .illegalArgument, "duplicate sector number \(sector.number)")
      let isInRange = sector.number <= SectorNumber(Int64.max)
      if isInRange { try numbers.add(sector.number) }
      try require(
        policy.validPreCommitProofTypes.contains(sector.sealProof), .illegalArgument,
        "unsupported seal proof type \(sector.sealProof)")
      try require(isInRange, .illegalArgument, "sector number \(sector.number) out of range 0..(2^63-1)")
      try require(sector.sealedCID.sealedCommitment != nil, .illegalArgument, "sealed CID had wrong prefix")
      try require(
        sector.sealRandEpoch < epoch, .illegalArgument,
        "seal challenge epoch \(sector.sealRandEpoch) must be before now \(epoch)")
      try require(
        sector.sealRandEpoch >= earliest, .illegalArgument,
        "seal challenge epoch \(sector.sealRandEpoch) too old, must be after \(earliest)")
      if let unsealed = sector.unsealedCID {
        try require(unsealed.unsealedCommitment != nil, .illegalArgument, "unsealed CID had wrong prefix")
      }
      // The life is measured from the last epoch at which the proof may come.
      let activation = epoch + (MinerPolicy.maxProveCommitDuration(policy, sector.sealProof) ?? 0)
      try MinerPolicy.checkExpiration(
        policy, now: epoch, activation: activation, expiration: sector.expiration, sector.sealProof)
    }
    return numbers
  }

  /// The commitment to the data of each sector's deals; `nil` for one without deals.
  private static func verifyDeals(
    of sectors: [SectorPreCommitInfo], _ runtime: some Runtime
  ) throws(ActorError) -> [CID?] {
    guard sectors.contains(where: { !$0.dealIDs.isEmpty }) else {
      return [CID?](repeating: nil, count: sectors.count)
    }
    let params = VerifyDealsForActivationParams(
      sectors: sectors.map {
        SectorDeals(
          number: $0.number, sealProof: $0.sealProof, expiration: $0.expiration, dealIDs: $0.dealIDs)
      })
    let answer: VerifyDealsForActivationReturn = try runtime.call(
      .marketActor, MarketMethods.verifyDealsForActivation, IPLDBlock(params)
    ).requireReturn()
    try require(
      answer.unsealedCIDs.count == sectors.count, .illegalState,
      "deal weight request returned \(answer.unsealedCIDs.count) records, expected \(sectors.count)")
    return answer.unsealedCIDs
  }

  /// Requires of a sector what the miner's state decides.
  private static func check(
    _ sector: SectorPreCommitInfo, _ computed: CID?, _ info: MinerInfo, _ policy: Policy
  ) throws(ActorError) {
    try require(
      sector.sealProof.windowPoStProof == info.windowPoStProofType, .illegalArgument,
      "sector Window PoSt proof type must match miner's (seal proof type \(sector.sealProof))")
    let maxDeals = MinerPolicy.maxDeals(policy, try info.sectorSize())
    try require(
      UInt64(sector.dealIDs.count) <= maxDeals, .illegalArgument,
      "too many deals for sector \(sector.dealIDs.count) > \(maxDeals)")
    guard let computed else { return }
    let declared = try MinerPolicy.unsealedCID(of: sector)
    try require(
      declared == computed, .illegalArgument, "computed \(computed) and passed \(declared) CommDs not equal")
  }

  /// Notes the sectors, their deposits, and when they are given up.
  private static func add(
    _ sectors: [SectorPreCommitInfo], _ numbers: BitField, deposit: TokenAmount, available: TokenAmount,
    to state: inout MinerState, _ runtime: some Runtime
  ) throws(ActorError) {
    let (policy, epoch, store) = (runtime.policy, runtime.epoch, runtime.store)
    var cleanUps: [(epoch: ChainEpoch, number: UInt64)] = []
    for sector in sectors {
      let duration = try MinerPolicy.maxProveCommitDuration(policy, sector.sealProof)
        .orAbort(.illegalArgument, "no max seal duration set for proof type: \(sector.sealProof)")
      cleanUps.append((epoch + duration + policy.expiredPreCommitCleanUpDelay, sector.number))
    }
    let total = deposit * sectors.count
    try require(
      available >= total, .actorInsufficientFunds, "insufficient funds \(available) for pre-commit deposit: \(total)")
    try state.addPreCommitDeposit(total)
    try state.allocate(numbers, in: store)
    let records = sectors.map { SectorPreCommitOnChainInfo(info: $0, deposit: deposit, epoch: epoch) }
    try state.put(records, in: store)
    try state.addCleanUps(cleanUps, policy, in: store)
    for number in numbers { try emitPreCommitted(number, runtime) }
  }
}
