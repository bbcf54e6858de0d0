public import FilCore

/// The token for verified data: one token for a byte, f07.
public enum DatacapActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.datacap

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: the governor's `Address`.
    public static let constructor: MethodNumber = 1
    /// Makes tokens; parameters: `MintParams`, returns `MintReturn`.
    public static let mint = DatacapMethods.mint
    /// The tokens of an `Address`; returns a `TokenAmount`.
    public static let balance = DatacapMethods.balance
    /// Moves tokens; parameters: `TransferFromParams`, returns `TransferFromReturn`.
    public static let transferFrom = DatacapMethods.transferFrom
    /// Destroys the caller's tokens; parameters: `BurnParams`, returns `BurnReturn`.
    public static let burn = DatacapMethods.burn
  }

  /// Tokens are moved whole.
  private static let granularity = TokenAmount.fil(1)
  /// An allowance that is as good as infinite: 10^21 tokens.
  private static let infiniteAllowance = TokenAmount.fil(1_000_000_000_000) * 1_000_000_000

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (governor: Address) throws(ActorError) in try construct(governor, runtime) }
    case Method.mint:
      return try Dispatch.run(params) { (params: MintParams) throws(ActorError) in try mint(params, runtime) }
    case Method.balance:
      return try Dispatch.run(params) { (owner: Address) throws(ActorError) in
        try runtime.validateCaller(.any)
        return try balance(of: owner, try runtime.state(DatacapState.self), runtime)
      }
    case Method.transferFrom:
      return try Dispatch.run(params) { (params: TransferFromParams) throws(ActorError) in
        try transfer(params, runtime)
      }
    case Method.burn:
      return try Dispatch.run(params) { (params: BurnParams) throws(ActorError) in try burn(params, runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func construct(_ governor: Address, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    try require(runtime.resolve(governor) != nil, .illegalArgument, "failed to resolve governor address")
    try runtime.create(try DatacapState(governor: governor, store: runtime.store))
  }

  private static func check(_ amount: TokenAmount) throws(ActorError) {
    try require(!amount.isNegative, .illegalArgument, "value \(amount) must be non-negative")
    try require((amount.atto % granularity.atto).isZero, .illegalArgument, "amount \(amount) must be a multiple of 1")
  }

  /// The number of an actor; one that does not exist cannot be created inside a change of the state.
  private static func resolve(_ address: Address, _ runtime: some Runtime) throws(ActorError) -> ActorID {
    if let id = runtime.resolve(address) { return id }
    _ = try? runtime.send(to: address, method: 0, params: nil, value: .zero, gasLimit: nil, flags: [])
    return try runtime.resolve(address).orAbort(.notFound, "address could not be initialized: \(address)")
  }

  private static func balance(
    of owner: Address, _ state: DatacapState, _ runtime: some Runtime
  ) throws(ActorError) -> TokenAmount {
    guard let id = runtime.resolve(owner) else { return .zero }
    return try state.token.balance(of: id, in: runtime.store)
  }

  private static func mint(_ params: MintParams, _ runtime: some Runtime) throws(ActorError) -> MintReturn {
    let received = try runtime.transaction(DatacapState.self) { (state) throws(ActorError) in
      try runtime.validateCaller(.actors([state.governor]))
      try check(params.amount)
      let store = runtime.store
      let governor = try resolve(state.governor, runtime)
      let owner = try resolve(params.to, runtime)
      _ = try state.token.changeBalance(of: owner, by: params.amount, in: store)
      try state.token.changeSupply(by: params.amount)
      for address in params.operators {
        let id = try resolve(address, runtime)
        try state.token.setAllowance(of: owner, for: id, to: infiniteAllowance, in: store)
      }
      return TokenReceived(
        from: runtime.message.receiver, to: owner, operatorID: governor, amount: params.amount, operatorData: [],
        tokenData: [])
    }
    let answer = try tell(params.to, received, runtime)
    let state = try runtime.state(DatacapState.self)
    return MintReturn(
      balance: try balance(of: params.to, state, runtime), supply: state.token.supply, recipientData: answer)
  }

  private static func transfer(
    _ params: TransferFromParams, _ runtime: some Runtime
  ) throws(ActorError) -> TransferFromReturn {
    try runtime.validateCaller(.any)
    let caller = runtime.message.caller
    let to = try runtime.resolve(params.to).orAbort(.illegalArgument, "to must be an ID address")
    let (received, from) = try runtime.transaction(DatacapState.self) { (state) throws(ActorError) in
      try require(
        Address(id: to) == state.governor, .forbidden,
        "transfer not allowed from \(params.from) to \(params.to) (governor is \(state.governor))")
      try check(params.amount)
      // The owner moves its own tokens by another method.
      try require(params.from != Address(id: caller), .illegalArgument, "operator cannot be the debited address")
      let from = try runtime.resolve(params.from)
        .orAbort(.actorInsufficientFunds, "\(params.from) has given no allowance")
      try require(from != caller, .illegalArgument, "operator cannot be the debited address")
      _ = try state.token.useAllowance(of: from, for: caller, params.amount, in: runtime.store)
      try state.token.transfer(from: from, to: to, params.amount, in: runtime.store)
      let received = TokenReceived(
        from: from, to: to, operatorID: caller, amount: params.amount, operatorData: params.operatorData,
        tokenData: [])
      return (received, from)
    }
    let answer = try tell(Address(id: to), received, runtime)
    let token = try runtime.state(DatacapState.self).token
    return TransferFromReturn(
      fromBalance: try token.balance(of: from, in: runtime.store),
      toBalance: try token.balance(of: to, in: runtime.store),
      allowance: try token.allowance(of: from, for: caller, in: runtime.store), recipientData: answer)
  }

  /// Tells the receiver of tokens, which may refuse them by failing; gives its answer.
  private static func tell(
    _ address: Address, _ received: TokenReceived, _ runtime: some Runtime
  ) throws(ActorError) -> [UInt8] {
    let params = UniversalReceiverParams(type: TokenReceived.type, payload: received.cbor)
    return try runtime.call(address, UniversalReceiver.receive, IPLDBlock(params))?.bytes ?? []
  }

  private static func burn(_ params: BurnParams, _ runtime: some Runtime) throws(ActorError) -> BurnReturn {
    try runtime.validateCaller(.any)
    return try runtime.transaction(DatacapState.self) { (state) throws(ActorError) in
      try check(params.amount)
      let balance = try state.token.changeBalance(
        of: runtime.message.caller, by: -params.amount, in: runtime.store)
      try state.token.changeSupply(by: -params.amount)
      return BurnReturn(balance: balance)
    }
  }
}
