public import FilCore

/// A storage miner: it pledges sectors, proves them, and earns for them.
public enum MinerActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.miner

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: `MinerConstructorParams`.
    public static let constructor: MethodNumber = 1
    /// Returns `ControlAddressesReturn`.
    public static let controlAddresses = MinerMethods.controlAddresses
    /// Proves partitions of the open deadline; parameters: `SubmitWindowedPoStParams`.
    public static let submitWindowedPoSt: MethodNumber = 5
    /// What the miner has enrolled; parameters: `DeferredCronEventParams`.
    public static let onDeferredCronEvent = MinerMethods.onDeferredCronEvent
    /// A block's reward; parameters: `ApplyRewardParams`.
    public static let applyRewards = MinerMethods.applyRewards
    /// Proves sectors at genesis; parameters: `InternalSectorSetupForPresealParams`.
    public static let internalSectorSetupForPreseal: MethodNumber = 17
    /// Pledges sectors; parameters: `PreCommitSectorBatch2Params`.
    public static let preCommitSectorBatch2: MethodNumber = 28
    /// Proves sectors; parameters: `ProveCommitSectors3Params`, returns `BatchReturn`.
    public static let proveCommitSectors3: MethodNumber = 34
    /// Whether an `Address` may send the miner's messages; returns a truth value.
    public static let isControllingAddress = MinerMethods.isControllingAddress
  }

  /// The exit code for a balance that does not cover what is locked.
  public static let balanceInvariantsBroken = ExitCode(rawValue: 1000)
  /// The exit code when someone who is to be told cannot be called.
  public static let notificationSendFailed = ExitCode(rawValue: 1001)
  /// The exit code when someone who is told fails.
  public static let notificationReceiverAborted = ExitCode(rawValue: 1002)
  /// The exit code when someone who is told answers something else than expected.
  public static let notificationResponseInvalid = ExitCode(rawValue: 1003)
  /// The exit code when someone who is told refuses a piece.
  public static let notificationRejected = ExitCode(rawValue: 1004)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (params: MinerConstructorParams) throws(ActorError) in
        try construct(params, runtime)
      }
    case Method.controlAddresses:
      return try Dispatch.run(params) { () throws(ActorError) in try controlAddresses(runtime) }
    case Method.isControllingAddress:
      return try Dispatch.run(params) { (address: Address) throws(ActorError) in
        try isControlling(address, runtime)
      }
    case Method.submitWindowedPoSt:
      return try Dispatch.run(params) { (params: SubmitWindowedPoStParams) throws(ActorError) in
        try submitWindowedPoSt(params, runtime)
      }
    case Method.onDeferredCronEvent:
      return try Dispatch.run(params) { (params: DeferredCronEventParams) throws(ActorError) in
        try onDeferredCronEvent(params, runtime)
      }
    case Method.applyRewards:
      return try Dispatch.run(params) { (params: ApplyRewardParams) throws(ActorError) in
        try applyRewards(params, runtime)
      }
    case Method.internalSectorSetupForPreseal:
      return try Dispatch.run(params) { (params: InternalSectorSetupForPresealParams) throws(ActorError) in
        try setUpPreseal(params, runtime)
      }
    case Method.preCommitSectorBatch2:
      return try Dispatch.run(params) { (params: PreCommitSectorBatch2Params) throws(ActorError) in
        try preCommit(params.sectors, runtime)
      }
    case Method.proveCommitSectors3:
      return try Dispatch.run(params) { (params: ProveCommitSectors3Params) throws(ActorError) in
        try proveCommit(params, runtime)
      }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }
}
