public import FilCore

/// The actor that creates others and gives them their numbers, f01.
public enum InitActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.`init`

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: `InitConstructorParams`.
    public static let constructor: MethodNumber = 1
    /// Creates an actor; parameters: `ExecParams`, returns `ExecReturn`.
    public static let exec: MethodNumber = 2
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (params: InitConstructorParams) throws(ActorError) in
        try construct(params, runtime)
      }
    case Method.exec:
      return try Dispatch.run(params) { (params: ExecParams) throws(ActorError) in try exec(params, runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func construct(_ params: InitConstructorParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let state: InitState
    do throws(CollectionError) {
      state = try InitState(networkName: params.networkName, store: runtime.store)
    } catch {
      throw ActorError(collection: error)
    }
    try runtime.create(state)
  }

  private static func exec(_ params: ExecParams, _ runtime: some Runtime) throws(ActorError) -> ExecReturn {
    try runtime.validateCaller(.any)
    let caller = runtime.message.caller
    let callerCode = try runtime.code(of: caller).orAbort(.illegalState, "no code for caller as f0\(caller)")
    try require(
      mayCreate(params.code, callerCode, runtime), .forbidden,
      "called type \(callerCode) cannot exec actor type \(params.code)")
    let robust = try runtime.newActorAddress()
    let (id, existing) = try runtime.transaction(InitState.self) { (state) throws(ActorError) in
      try state.map(robust, delegated: nil, in: runtime.store)
    }
    try require(!existing, .forbidden, "cannot exec over an existing actor \(id)")
    try runtime.createActor(code: params.code, id: id, delegatedAddress: nil)
    // The parameters are a block even if they are empty.
    let constructorParams = IPLDBlock(codec: .cbor, bytes: params.constructorParams)
    do {
      try runtime.call(Address(id: id), 1, constructorParams, value: runtime.message.valueReceived)
    } catch {
      throw error.inContext("constructor failed")
    }
    return ExecReturn(idAddress: Address(id: id), robustAddress: robust)
  }

  /// Anyone may create multisigs and payment channels, the power actor miners.
  private static func mayCreate(_ code: CID, _ callerCode: CID, _ runtime: some Runtime) -> Bool {
    switch runtime.type(of: code) {
    case .multisig, .paych: true
    case .miner: runtime.type(of: callerCode) == .power
    default: false
    }
  }
}
