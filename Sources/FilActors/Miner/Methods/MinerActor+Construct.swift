internal import FilCore

extension MinerActor {
  static func construct(_ params: MinerConstructorParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.initActor]))
    try check(params, runtime.policy)
    let deposit = try createMinerDeposit(runtime)
    try require(
      runtime.balance >= deposit, .actorInsufficientFunds,
      "not enough balance to lock for create miner deposit: sent balance \(runtime.balance) < deposit \(deposit)")
    let info = try resolveInfo(params, runtime)
    let (periodStart, deadline) = try provingPeriod(runtime)
    let store = runtime.store
    var state = try MinerState(
      runtime.policy, info: try store.save(info), periodStart: periodStart, deadline: deadline, in: store)
    _ = try state.lock(deposit, at: runtime.epoch, in: store)
    try runtime.create(state)
  }

  private static func check(_ params: MinerConstructorParams, _ policy: Policy) throws(ActorError) {
    try require(
      params.controlAddresses.count <= policy.maxControlAddresses, .illegalArgument,
      "control addresses length \(params.controlAddresses.count) exceeds \(policy.maxControlAddresses)")
    try require(
      params.peerID.count <= policy.maxPeerIDLength, .illegalArgument,
      "peer ID size of \(params.peerID.count) exceeds maximum size of \(policy.maxPeerIDLength)")
    try require(!params.multiaddrs.contains { $0.isEmpty }, .illegalArgument, "invalid empty multiaddr")
    let multiaddrBytes = params.multiaddrs.reduce(0) { $0 + $1.count }
    try require(
      multiaddrBytes <= policy.maxMultiaddrData, .illegalArgument,
      "multiaddr size of \(multiaddrBytes) exceeds maximum of \(policy.maxMultiaddrData)")
    try require(
      policy.validPoStProofTypes.contains(params.windowPoStProofType), .illegalArgument,
      "proof type \(params.windowPoStProofType) not allowed for new miner actors")
  }

  /// The pledge for a tenth of the minimum power, which a new miner locks (FIP-0077).
  static func createMinerDeposit(_ runtime: some Runtime) throws(ActorError) -> TokenAmount {
    let network = try networkPledgeInputs(runtime)
    return MinerFunds.initialPledge(runtime.policy.createMinerDepositPower, network)
  }

  private static func resolveInfo(
    _ params: MinerConstructorParams, _ runtime: some Runtime
  ) throws(ActorError) -> MinerInfo {
    let owner = try runtime.resolve(params.owner)
      .orAbort(.illegalArgument, "unable to resolve owner address: \(params.owner)")
    let worker = try resolveWorker(params.worker, runtime)
    var controlAddresses: [ActorID] = []
    for address in params.controlAddresses {
      let id = try runtime.resolve(address)
        .orAbort(.illegalArgument, "unable to resolve control address: \(address)")
      controlAddresses.append(id)
    }
    return try MinerInfo(owner: owner, worker: worker, controlAddresses: controlAddresses, params)
  }

  /// The number of an account with a BLS key, which the worker must be: it signs verifiable random functions.
  private static func resolveWorker(_ address: Address, _ runtime: some Runtime) throws(ActorError) -> ActorID {
    let id = try runtime.resolve(address).orAbort(.illegalArgument, "unable to resolve address: \(address)")
    let code = try runtime.code(of: id).orAbort(.illegalArgument, "no code for address: \(id)")
    try require(
      runtime.type(of: code) == .account, .illegalArgument, "worker actor type must be an account, was \(code)")
    guard address.protocol != .bls else { return id }
    let key: Address = try runtime.call(Address(id: id), AccountActor.Method.pubkeyAddress).requireReturn()
    try require(
      key.protocol == .bls, .illegalArgument, "worker account \(id) must have BLS pubkey, was \(key.protocol)")
    return id
  }

  /// The first epoch of the miner's proving period and the deadline that is open; the offset is drawn by hashing, so
  /// that miners' deadlines are spread over the day.
  private static func provingPeriod(
    _ runtime: some Runtime
  ) throws(ActorError) -> (start: ChainEpoch, deadline: UInt64) {
    let (epoch, period) = (runtime.epoch, runtime.policy.windowPoStProvingPeriod)
    var input = Address(id: runtime.message.receiver).cbor
    withUnsafeBytes(of: epoch.bigEndian) { input.append(contentsOf: $0) }
    let seed = runtime.blake2b256(input).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let offset = Int64(seed % UInt64(period))
    let modulus = epoch % period
    let progress = modulus >= offset ? modulus - offset : period - (offset - modulus)
    let start = epoch - progress
    try require(
      start <= epoch, .illegalState, "computed proving period start \(start) after current epoch \(epoch)")
    let deadline = UInt64(progress / runtime.policy.windowPoStChallengeWindow)
    try require(
      deadline < runtime.policy.windowPoStPeriodDeadlines, .illegalState,
      "computed proving deadline index \(deadline) invalid")
    return (start, deadline)
  }

  static func controlAddresses(_ runtime: some Runtime) throws(ActorError) -> ControlAddressesReturn {
    try runtime.validateCaller(.any)
    let info = try runtime.state(MinerState.self).loadInfo(in: runtime.store)
    return ControlAddressesReturn(
      owner: info.owner, worker: info.worker, controlAddresses: info.controlAddresses)
  }

  static func isControlling(_ address: Address, _ runtime: some Runtime) throws(ActorError) -> Bool {
    try runtime.validateCaller(.any)
    guard let id = runtime.resolve(address) else { return false }
    let info = try runtime.state(MinerState.self).loadInfo(in: runtime.store)
    return info.controllers.contains(Address(id: id))
  }
}
