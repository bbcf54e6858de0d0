public import FilCore

/// The actor that keeps the miners' power and calls them at the epochs that they want, f04.
public enum PowerActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.power

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state.
    public static let constructor: MethodNumber = 1
    /// Creates a miner; parameters: `CreateMinerParams`, returns `ExecReturn`.
    public static let createMiner: MethodNumber = 2
    /// As `createMiner`, for anyone.
    public static let createMinerExported: MethodNumber = 1_173_380_165
    /// Changes the calling miner's power; parameters: `UpdateClaimedPowerParams`.
    public static let updateClaimedPower: MethodNumber = 3
    /// Enrols an event of the calling miner; parameters: `EnrollCronEventParams`.
    public static let enrollCronEvent: MethodNumber = 4
    /// Ends the epoch.
    public static let onEpochTickEnd: MethodNumber = 5
    /// Changes the sum of pledges; parameters: a `TokenAmount`.
    public static let updatePledgeTotal: MethodNumber = 6
    /// Returns `CurrentTotalPowerReturn`.
    public static let currentTotalPower: MethodNumber = 9
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { () throws(ActorError) in
        try runtime.validateCaller(.actors([.systemActor]))
        try runtime.create(try PowerState(store: runtime.store))
      }
    case Method.createMiner, Method.createMinerExported:
      return try Dispatch.run(params) { (params: CreateMinerParams) throws(ActorError) in
        try createMiner(params, runtime)
      }
    case Method.updateClaimedPower:
      return try Dispatch.run(params) { (params: UpdateClaimedPowerParams) throws(ActorError) in
        try updateClaimedPower(params, runtime)
      }
    case Method.enrollCronEvent:
      return try Dispatch.run(params) { (params: EnrollCronEventParams) throws(ActorError) in
        try enroll(params, runtime)
      }
    case Method.onEpochTickEnd:
      return try Dispatch.run(params) { () throws(ActorError) in try endEpoch(runtime) }
    case Method.updatePledgeTotal:
      return try Dispatch.run(params) { (delta: TokenAmount) throws(ActorError) in
        try updatePledgeTotal(delta, runtime)
      }
    case Method.currentTotalPower:
      return try Dispatch.run(params) { () throws(ActorError) in try currentTotalPower(runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func createMiner(
    _ params: CreateMinerParams, _ runtime: some Runtime
  ) throws(ActorError) -> ExecReturn {
    try runtime.validateCaller(.any)
    let constructorParams = MinerConstructorParams(
      owner: params.owner, worker: params.worker, controlAddresses: [],
      windowPoStProofType: params.windowPoStProofType, peerID: params.peerID, multiaddrs: params.multiaddrs)
    let exec = ExecParams(code: runtime.code(for: .miner), constructorParams: constructorParams.cbor)
    let created: ExecReturn = try runtime.call(
      .initActor, InitActor.Method.exec, IPLDBlock(exec), value: runtime.message.valueReceived
    ).requireReturn()
    try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      var claims = try PowerClaims(root: state.claims, store: runtime.store)
      let none = PowerClaim(
        windowPoStProofType: params.windowPoStProofType, rawBytePower: 0, qualityAdjustedPower: 0)
      try claims.set(created.idAddress, to: none)
      try state.addMiner(params.windowPoStProofType, runtime.policy)
      state.claims = try claims.flush()
    }
    return created
  }

  private static func updateClaimedPower(
    _ params: UpdateClaimedPowerParams, _ runtime: some Runtime
  ) throws(ActorError) {
    try runtime.validateCaller(.types([.miner]))
    let miner = Address(id: runtime.message.caller)
    let delta = PowerPair(raw: params.rawByteDelta, qa: params.qualityAdjustedDelta)
    try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      var claims = try PowerClaims(root: state.claims, store: runtime.store)
      try state.add(delta, to: miner, in: &claims, runtime.policy)
      state.claims = try claims.flush()
    }
  }

  private static func enroll(_ params: EnrollCronEventParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.types([.miner]))
    // Every epoch from the first one on is looked at, so that one must not be far in the past.
    try require(params.epoch >= 0, .illegalArgument, "cron event epoch \(params.epoch) cannot be less than zero")
    let event = PowerCronEvent(miner: Address(id: runtime.message.caller), payload: params.payload)
    try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      try state.enroll(event, at: params.epoch, in: runtime.store)
    }
  }

  private static func endEpoch(_ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.cronActor]))
    let reward: ThisEpochRewardReturn = try runtime.call(.rewardActor, RewardActor.Method.thisEpochReward)
      .requireReturn()
    try callMiners(reward, runtime)
    let rawPower = try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      let power = state.currentTotalPower
      state.thisEpochPledgeCollateral = state.totalPledgeCollateral
      state.thisEpochQualityAdjustedPower = power.qa
      state.thisEpochRawBytePower = power.raw
      state.thisEpochQAPowerSmoothed = state.thisEpochQAPowerSmoothed.next(observing: power.qa, after: 1)
      return power.raw
    }
    try runtime.call(.rewardActor, RewardActor.Method.updateNetworkKPI, IPLDBlock(rawPower))
  }

  /// Calls the miners whose events are due; one that fails loses its power.
  private static func callMiners(_ reward: ThisEpochRewardReturn, _ runtime: some Runtime) throws(ActorError) {
    let smoothedPower = try runtime.state(PowerState.self).thisEpochQAPowerSmoothed
    let events = try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      try state.popEvents(until: runtime.epoch, in: runtime.store)
    }
    var failed: [Address] = []
    for event in events {
      let params = DeferredCronEventParams(
        payload: event.payload, rewardSmoothed: reward.rewardSmoothed,
        qualityAdjustedPowerSmoothed: smoothedPower)
      do {
        try runtime.call(event.miner, MinerMethods.onDeferredCronEvent, IPLDBlock(params))
      } catch {
        try runtime.requireRunning()
        failed.append(event.miner)
      }
    }
    guard !failed.isEmpty else { return }
    try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      try remove(failed, from: &state, runtime)
    }
  }

  private static func remove(
    _ miners: [Address], from state: inout PowerState, _ runtime: some Runtime
  ) throws(ActorError) {
    var claims = try PowerClaims(root: state.claims, store: runtime.store)
    for miner in miners {
      do {
        try state.delete(miner, from: &claims, runtime.policy)
        state.minerCount -= 1
      } catch {
        // A miner whose power cannot be taken off stays as it is.
        try runtime.requireRunning()
      }
    }
    state.claims = try claims.flush()
  }

  private static func updatePledgeTotal(_ delta: TokenAmount, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.types([.miner]))
    let miner = Address(id: runtime.message.caller)
    try runtime.transaction(PowerState.self) { (state) throws(ActorError) in
      let claim = try state.claim(of: miner, in: runtime.store)
      try require(claim != nil, .forbidden, "unknown miner \(miner) forbidden to interact with power actor")
      state.totalPledgeCollateral += delta
      try require(
        !state.totalPledgeCollateral.isNegative, .illegalState,
        "negative total pledge collateral \(state.totalPledgeCollateral)")
    }
  }

  private static func currentTotalPower(_ runtime: some Runtime) throws(ActorError) -> CurrentTotalPowerReturn {
    try runtime.validateCaller(.any)
    let state = try runtime.state(PowerState.self)
    return CurrentTotalPowerReturn(
      rawBytePower: state.thisEpochRawBytePower, qualityAdjustedPower: state.thisEpochQualityAdjustedPower,
      pledgeCollateral: state.thisEpochPledgeCollateral,
      qualityAdjustedPowerSmoothed: state.thisEpochQAPowerSmoothed, rampStartEpoch: state.rampStartEpoch,
      rampDurationEpochs: state.rampDurationEpochs)
  }
}
