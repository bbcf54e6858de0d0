internal import FilCore

/// What the miner asks of other actors.
extension MinerActor {
  static func thisEpochReward(_ runtime: some Runtime) throws(ActorError) -> ThisEpochRewardReturn {
    try runtime.call(.rewardActor, RewardActor.Method.thisEpochReward).requireReturn()
  }

  static func currentTotalPower(_ runtime: some Runtime) throws(ActorError) -> CurrentTotalPowerReturn {
    try runtime.call(.powerActor, PowerMethods.currentTotalPower).requireReturn()
  }

  /// What the pledge for new power depends on, as of now.
  static func networkPledgeInputs(_ runtime: some Runtime) throws(ActorError) -> NetworkPledgeInputs {
    let reward = try thisEpochReward(runtime)
    let power = try currentTotalPower(runtime)
    return NetworkPledgeInputs(
      networkPower: power.qualityAdjustedPowerSmoothed, baselinePower: reward.baselinePower,
      circulatingSupply: runtime.circulatingSupply, epochReward: reward.rewardSmoothed,
      epochsSinceRampStart: runtime.epoch - power.rampStartEpoch, rampDurationEpochs: power.rampDurationEpochs)
  }

  /// Tells the power actor that pledges have changed.
  static func notifyPledgeChanged(_ delta: TokenAmount, _ runtime: some Runtime) throws(ActorError) {
    guard !delta.isZero else { return }
    try runtime.call(.powerActor, PowerMethods.updatePledgeTotal, IPLDBlock(delta))
  }

  /// Tells the power actor that power has changed.
  static func updatePower(_ delta: PowerPair, _ runtime: some Runtime) throws(ActorError) {
    guard !delta.isZero else { return }
    let params = UpdateClaimedPowerParams(rawByteDelta: delta.raw, qualityAdjustedDelta: delta.qa)
    do {
      try runtime.call(.powerActor, PowerMethods.updateClaimedPower, IPLDBlock(params))
    } catch {
      throw error.inContext("failed to update power")
    }
  }

  /// Enrols an event: the power actor calls at its epoch.
  static func enroll(_ event: MinerEvent, at epoch: ChainEpoch, _ runtime: some Runtime) throws(ActorError) {
    let payload = CronEventPayload(eventType: event.rawValue).cbor
    let params = EnrollCronEventParams(epoch: epoch, payload: payload)
    try runtime.call(.powerActor, PowerMethods.enrollCronEvent, IPLDBlock(params))
  }

  static func burn(_ amount: TokenAmount, _ runtime: some Runtime) throws(ActorError) {
    guard amount.isPositive else { return }
    try runtime.call(.burntFundsActor, 0, value: amount)
  }

  /// Requires that the balance covers what the state says.
  static func checkBalance(_ runtime: some Runtime) throws(ActorError) {
    try runtime.state(MinerState.self).checkBalance(runtime.balance)
  }
}
