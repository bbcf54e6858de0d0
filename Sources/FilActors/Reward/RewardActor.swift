public import FilCore

/// The actor that pays for blocks, f02.
public enum RewardActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.reward

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: the network's power in bytes as a `BigInt`, or null, which is refused.
    public static let constructor: MethodNumber = 1
    /// Pays for a block; parameters: `AwardBlockRewardParams`.
    public static let awardBlockReward: MethodNumber = 2
    /// Returns `ThisEpochRewardReturn`.
    public static let thisEpochReward: MethodNumber = 3
    /// Ends the epoch; parameters: the network's power in bytes as a `BigInt`, or null, which is refused.
    public static let updateNetworkKPI: MethodNumber = 4
  }

  /// What penalties are multiplied by.
  private static let penaltyMultiplier = 3
  /// How many wins an epoch's reward is for.
  private static let expectedLeaders: BigInt = 5

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (power: BigInt?) throws(ActorError) in try construct(power, runtime) }
    case Method.awardBlockReward:
      return try Dispatch.run(params) { (params: AwardBlockRewardParams) throws(ActorError) in
        try award(params, runtime)
      }
    case Method.thisEpochReward:
      return try Dispatch.run(params) { () throws(ActorError) in try thisEpochReward(runtime) }
    case Method.updateNetworkKPI:
      return try Dispatch.run(params) { (power: BigInt?) throws(ActorError) in try update(power, runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func construct(_ power: BigInt?, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let power = try power.orAbort(.illegalArgument, "argument should not be nil")
    try runtime.create(RewardState(realizedPower: power))
  }

  private static func award(_ params: AwardBlockRewardParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let balance = runtime.balance
    try check(params, balance: balance)
    let miner = try runtime.resolve(params.miner).orAbort(.notFound, "failed to resolve given owner address")
    let total = try runtime.transaction(RewardState.self) { (state) throws(ActorError) in
      try payOut(params, from: &state, balance: balance)
    }
    let apply = ApplyRewardParams(reward: total, penalty: params.penalty * penaltyMultiplier)
    do {
      try runtime.call(Address(id: miner), MinerMethods.applyRewards, IPLDBlock(apply), value: total)
    } catch {
      try runtime.requireRunning()
      try burn(total, runtime)
    }
  }

  /// Burns what a miner does not take; if that fails too, it stays here.
  private static func burn(_ amount: TokenAmount, _ runtime: some Runtime) throws(ActorError) {
    do {
      try runtime.call(.burntFundsActor, 0, value: amount)
    } catch {
      try runtime.requireRunning()
    }
  }

  private static func check(_ params: AwardBlockRewardParams, balance: TokenAmount) throws(ActorError) {
    try require(!params.penalty.isNegative, .illegalArgument, "negative penalty \(params.penalty)")
    try require(!params.gasReward.isNegative, .illegalArgument, "negative gas reward \(params.gasReward)")
    try require(
      balance >= params.gasReward, .illegalState,
      "actor current balance \(balance) insufficient to pay gas reward \(params.gasReward)")
    try require(params.winCount > 0, .illegalArgument, "invalid win count \(params.winCount)")
  }

  /// Counts the block's reward as paid and gives all that the miner gets: no more than there is.
  private static func payOut(
    _ params: AwardBlockRewardParams, from state: inout RewardState, balance: TokenAmount
  ) throws(ActorError) -> TokenAmount {
    let reward = (state.thisEpochReward * params.winCount).dividedRoundingDown(by: expectedLeaders)
    let total = min(reward + params.gasReward, balance)
    let blockReward = total - params.gasReward
    try require(!blockReward.isNegative, .illegalState, "block reward \(blockReward) below zero")
    state.totalStoragePowerReward += blockReward
    return total
  }

  private static func thisEpochReward(_ runtime: some Runtime) throws(ActorError) -> ThisEpochRewardReturn {
    try runtime.validateCaller(.any)
    let state = try runtime.state(RewardState.self)
    return ThisEpochRewardReturn(
      rewardSmoothed: state.thisEpochRewardSmoothed, baselinePower: state.thisEpochBaselinePower)
  }

  private static func update(_ power: BigInt?, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.powerActor]))
    let power = try power.orAbort(.illegalArgument, "argument cannot be None")
    let epoch = runtime.epoch
    try runtime.transaction(RewardState.self) { (state) throws(ActorError) in
      let previous = state.epoch
      // Null rounds since then count too.
      while state.epoch < epoch { state.advance(power) }
      state.advanceWithReward(power)
      state.smooth(after: state.epoch - previous)
    }
  }
}
