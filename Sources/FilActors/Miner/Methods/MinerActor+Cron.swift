internal import FilCore

extension MinerActor {
  static func onDeferredCronEvent(_ params: DeferredCronEventParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.powerActor]))
    let payload = try orAbort(.illegalState, "failed to unmarshal miner cron payload") { () throws(CBORError) in
      try CronEventPayload(cbor: params.payload)
    }
    switch MinerEvent(rawValue: payload.eventType) {
    case .provingDeadline: try endDeadline(params, runtime)
    case .processEarlyTerminations:
      if try settleEarlyTerminations(params, runtime) { try scheduleEarlyTerminations(runtime) }
    case nil: break
    }
    try checkBalance(runtime)
  }

  /// What the end of a deadline leaves to do outside of the state.
  private struct DeadlineEnd {
    var powerDelta: PowerPair
    var burnt: TokenAmount
    var pledgeDelta: TokenAmount
    var hadEarlyTerminations: Bool
    var continuesCron: Bool
    var state: MinerState
  }

  private static func endDeadline(_ params: DeferredCronEventParams, _ runtime: some Runtime) throws(ActorError) {
    let end = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      try advance(&state, params, runtime)
    }
    try updatePower(end.powerDelta, runtime)
    try burn(end.burnt, runtime)
    try notifyPledgeChanged(end.pledgeDelta, runtime)
    if end.continuesCron {
      let next = end.state.deadlineInfo(runtime.policy, at: runtime.epoch + 1)
      try enroll(.provingDeadline, at: next.last, runtime)
    }
    // If there were some before, their event is enrolled already.
    guard !end.hadEarlyTerminations, !end.state.earlyTerminations.isEmpty else { return }
    if try settleEarlyTerminations(params, runtime) { try scheduleEarlyTerminations(runtime) }
  }

  private static func advance(
    _ state: inout MinerState, _ params: DeferredCronEventParams, _ runtime: some Runtime
  ) throws(ActorError) -> DeadlineEnd {
    let (policy, epoch, store) = (runtime.policy, runtime.epoch, runtime.store)
    try changeWorker(&state, at: epoch, in: store)
    try state.applyPenalty(try state.cleanUpExpired(policy, at: epoch, in: store))
    let hadEarlyTerminations = !state.earlyTerminations.isEmpty
    let result = try state.advanceDeadline(policy, at: epoch, in: store)
    try state.applyPenalty(
      MinerFunds.continuedFaultFee(
        result.previouslyFaultyPower.qa, reward: params.rewardSmoothed,
        networkPower: params.qualityAdjustedPowerSmoothed))
    if result.dailyFee.isPositive {
      let dailyReward = MinerFunds.expectedReward(
        result.livePower.qa, reward: params.rewardSmoothed, networkPower: params.qualityAdjustedPowerSmoothed,
        over: EpochDuration.day)
      try state.applyPenalty(MinerFunds.payableDailyFee(policy, result.dailyFee, dailyReward: dailyReward))
    }
    let repaid = try state.repayPartialDebt(at: epoch, balance: runtime.balance, in: store)
    let vested = try state.unlockVested(before: epoch, in: store)
    let continuesCron = state.continuesDeadlineCron
    if !continuesCron { state.deadlineCronActive = false }
    return DeadlineEnd(
      powerDelta: result.powerDelta, burnt: repaid.burnt,
      pledgeDelta: result.pledgeDelta - repaid.unlocked - vested, hadEarlyTerminations: hadEarlyTerminations,
      continuesCron: continuesCron, state: state)
  }

  /// Makes a worker that waits the worker if its time has come.
  private static func changeWorker(
    _ state: inout MinerState, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) {
    var info = try state.loadInfo(in: store)
    guard let pending = info.pendingWorkerKey, epoch >= pending.effectiveAt else { return }
    info.worker = pending.newWorker
    info.pendingWorkerKey = nil
    state.info = try store.save(info)
  }

  private static func scheduleEarlyTerminations(_ runtime: some Runtime) throws(ActorError) {
    try enroll(.processEarlyTerminations, at: runtime.epoch + 1, runtime)
  }

  /// What the sectors that ended early leave to do outside of the state.
  private struct Settlement {
    var numbers: [SectorNumber] = []
    var withData: [SectorNumber] = []
    var burnt = TokenAmount.zero
    var pledgeDelta = TokenAmount.zero
    var hasMore = false
  }

  /// Settles the fees of sectors that ended early; whether there are more.
  private static func settleEarlyTerminations(
    _ params: DeferredCronEventParams, _ runtime: some Runtime
  ) throws(ActorError) -> Bool {
    let settlement = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      try settle(&state, params, runtime)
    }
    guard !settlement.numbers.isEmpty else { return settlement.hasMore }
    try burn(settlement.burnt, runtime)
    try notifyPledgeChanged(settlement.pledgeDelta, runtime)
    try terminateDeals(in: try .of(settlement.withData), runtime)
    for number in settlement.numbers { try emitTerminated(number, runtime) }
    return settlement.hasMore
  }

  private static func settle(
    _ state: inout MinerState, _ params: DeferredCronEventParams, _ runtime: some Runtime
  ) throws(ActorError) -> Settlement {
    let store = runtime.store
    var settlement = Settlement()
    let (result, hasMore) = try state.popEarlyTerminations(runtime.policy, in: store)
    settlement.hasMore = hasMore
    guard !result.isEmpty else { return settlement }
    let size = try state.loadInfo(in: store).sectorSize()
    var (pledge, penalty) = (TokenAmount.zero, TokenAmount.zero)
    for (epoch, numbers) in result.sectors.sorted(by: { $0.key < $1.key }) {
      for sector in try state.sectors(numbers, in: store) {
        settlement.numbers.append(sector.number)
        pledge += sector.initialPledge
        let faultFee = MinerFunds.continuedFaultFee(
          sector.power(size).qa, reward: params.rewardSmoothed, networkPower: params.qualityAdjustedPowerSmoothed)
        penalty += MinerFunds.terminationFee(
          pledge: sector.initialPledge, age: epoch - sector.activation, faultFee: faultFee)
        let hasData = sector.dealWeight.signum > 0 || sector.verifiedDealWeight.signum > 0
        if hasData { settlement.withData.append(sector.number) }
      }
    }
    try state.applyPenalty(penalty)
    try state.addInitialPledge(-pledge)
    let repaid = try state.repayPartialDebt(at: runtime.epoch, balance: runtime.balance, in: store)
    settlement.burnt = repaid.burnt
    settlement.pledgeDelta = -pledge - repaid.unlocked
    return settlement
  }

  private static func terminateDeals(in sectors: BitField, _ runtime: some Runtime) throws(ActorError) {
    guard !sectors.isEmpty else { return }
    let params = OnMinerSectorsTerminateParams(epoch: runtime.epoch, sectors: sectors)
    do {
      try runtime.call(.marketActor, MarketMethods.onMinerSectorsTerminate, IPLDBlock(params))
    } catch {
      // A market that fails at the end of an epoch must not keep the miner from going on.
      if runtime.message.origin != SingletonActors.system { throw error }
    }
  }
}
