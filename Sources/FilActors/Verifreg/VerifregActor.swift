public import FilCore

/// The registry of verified data: who may give datacap, who has set it aside for which piece, and which sectors have
/// claimed it, f06.
public enum VerifregActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.verifreg

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: the root key's `Address`.
    public static let constructor: MethodNumber = 1
    /// Names a verifier; parameters: `VerifierParams`.
    public static let addVerifier: MethodNumber = 2
    /// Gives a client datacap; parameters: `VerifierParams`.
    public static let addVerifiedClient: MethodNumber = 4
    /// As `addVerifiedClient`, for anyone.
    public static let addVerifiedClientExported: MethodNumber = 3_916_220_144
    /// Claims allocations by sectors; parameters: `ClaimAllocationsParams`, returns `ClaimAllocationsReturn`.
    public static let claimAllocations = VerifregMethods.claimAllocations
    /// Takes datacap with wishes; parameters: `UniversalReceiverParams`, returns `AllocationsResponse`.
    public static let receive: MethodNumber = 3_726_118_371
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (root: Address) throws(ActorError) in try construct(root, runtime) }
    case Method.addVerifier:
      return try Dispatch.run(params) { (params: VerifierParams) throws(ActorError) in
        try addVerifier(params, runtime)
      }
    case Method.addVerifiedClient, Method.addVerifiedClientExported:
      return try Dispatch.run(params) { (params: VerifierParams) throws(ActorError) in
        try addClient(params, runtime)
      }
    case Method.claimAllocations:
      return try Dispatch.run(params) { (params: ClaimAllocationsParams) throws(ActorError) in
        try claim(params, runtime)
      }
    case Method.receive:
      return try Dispatch.run(params) { (params: UniversalReceiverParams) throws(ActorError) in
        try receive(params, runtime)
      }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func construct(_ root: Address, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let id = try runtime.resolve(root).orAbort(.illegalArgument, "root should be an ID address")
    try runtime.create(try VerifregState(rootKey: Address(id: id), store: runtime.store))
  }

  private static func addVerifier(_ params: VerifierParams, _ runtime: some Runtime) throws(ActorError) {
    try require(
      params.allowance >= runtime.policy.minimumVerifiedAllocationSize, .illegalArgument,
      "Allowance \(params.allowance) below minimum deal size for add verifier \(params.address)")
    let id = try runtime.resolveOrCreate(params.address)
    let verifier = Address(id: id)
    let root = try runtime.state(VerifregState.self).rootKey
    try runtime.validateCaller(.actors([root]))
    try require(verifier != root, .illegalArgument, "Rootkey cannot be added as verifier")
    let tokens: TokenAmount = try runtime.call(
      .datacapActor, DatacapMethods.balance, IPLDBlock(verifier), flags: .readOnly
    ).requireReturn()
    try require(
      Datacap.bytes(tokens).signum <= 0, .illegalArgument, "verified client \(verifier) cannot become a verifier")
    try runtime.transaction(VerifregState.self) { (state) throws(ActorError) in
      try state.setAllowance(of: verifier, to: params.allowance, in: runtime.store)
    }
    try emitBalance(id, params.allowance, client: nil, runtime)
  }

  private static func addClient(_ params: VerifierParams, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.any)
    try require(
      params.allowance >= runtime.policy.minimumVerifiedAllocationSize, .illegalArgument,
      "allowance \(params.allowance) below MinVerifiedDealSize for add verified client \(params.address)")
    let id = try runtime.resolveOrCreate(params.address)
    let client = Address(id: id)
    let caller = runtime.message.caller
    try runtime.transaction(VerifregState.self) { (state) throws(ActorError) in
      try require(client != state.rootKey, .illegalArgument, "root cannot be added as client")
      let verifier = Address(id: caller)
      let cap = try state.allowance(of: verifier, in: runtime.store)
        .orAbort(.notFound, "caller \(verifier) is not a verifier")
      let clientCap = try state.allowance(of: client, in: runtime.store)
      try require(clientCap == nil, .illegalArgument, "verifier \(client) cannot be added as a verified client")
      try require(
        cap >= params.allowance, .illegalArgument,
        "add more DataCap \(params.allowance) for client than allocated \(cap)")
      try state.setAllowance(of: verifier, to: cap - params.allowance, in: runtime.store)
      try emitBalance(caller, cap - params.allowance, client: id, runtime)
    }
    let mint = MintParams(to: client, amount: Datacap.tokens(params.allowance), operators: [.marketActor])
    try runtime.call(.datacapActor, DatacapMethods.mint, IPLDBlock(mint))
  }

  private static func emitBalance(
    _ verifier: ActorID, _ balance: BigInt, client: ActorID?, _ runtime: some Runtime
  ) throws(ActorError) {
    let event = ActorEvent(type: "verifier-balance").indexed("verifier", verifier).field("balance", balance)
    try runtime.emit(client.map { event.indexed("client", $0) } ?? event)
  }

  /// Destroys the registry's own tokens.
  static func burn(_ bytes: BigInt, _ runtime: some Runtime) throws(ActorError) {
    guard !bytes.isZero else { return }
    let params = BurnParams(amount: Datacap.tokens(bytes))
    try runtime.call(.datacapActor, DatacapMethods.burn, IPLDBlock(params))
  }
}

/// Datacap in bytes and in tokens.
enum Datacap {
  /// The tokens for bytes.
  static func tokens(_ bytes: BigInt) -> TokenAmount { TokenAmount.fil(1) * bytes }

  /// The bytes that tokens are for.
  static func bytes(_ tokens: TokenAmount) -> BigInt { tokens.atto / TokenAmount.fil(1).atto }
}
