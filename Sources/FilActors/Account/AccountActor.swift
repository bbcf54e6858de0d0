public import FilCore

/// An account with a key.
public enum AccountActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.account

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: the key's `Address`.
    public static let constructor: MethodNumber = 1
    /// The key's `Address`.
    public static let pubkeyAddress: MethodNumber = 2
    /// Checks a signature; parameters: `AuthenticateMessageParams`, returns true.
    public static let authenticateMessage: MethodNumber = 2_643_134_072
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (address: Address) throws(ActorError) in try construct(address, runtime) }
    case Method.pubkeyAddress:
      return try Dispatch.run(params) { () throws(ActorError) in try pubkeyAddress(runtime) }
    case Method.authenticateMessage:
      return try Dispatch.run(params) { (params: AuthenticateMessageParams) throws(ActorError) in
        try authenticate(params, runtime)
      }
    default: return try fallBack(method, runtime)
    }
  }

  private static func construct(_ address: Address, _ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    try require(address.isKey, .illegalArgument, "address must use BLS or SECP protocol, got \(address.protocol)")
    try runtime.create(AccountState(address: address))
  }

  private static func pubkeyAddress(_ runtime: some Runtime) throws(ActorError) -> Address {
    try runtime.validateCaller(.any)
    return try runtime.state(AccountState.self).address
  }

  private static func authenticate(
    _ params: AuthenticateMessageParams, _ runtime: some Runtime
  ) throws(ActorError) -> Bool {
    try runtime.validateCaller(.any)
    let address = try runtime.state(AccountState.self).address
    let kinds: [AddressProtocol: SignatureType] = [.secp256k1: .secp256k1, .bls: .bls]
    let kind = try kinds[address.protocol].orAbort(.illegalState, "account address is no key")
    let signature = Signature(type: kind, data: params.signature)
    try require(
      runtime.verifySignature(signature, signer: address, of: params.message), .illegalArgument,
      "failed to authenticate message, signature invalid")
    return true
  }

  /// An account takes part in any exported protocol by accepting its calls.
  private static func fallBack(_ method: MethodNumber, _ runtime: some Runtime) throws(ActorError) -> IPLDBlock? {
    try runtime.validateCaller(.any)
    try require(method >= ExportedMethods.first, .unhandledMessage, "invalid method: \(method)")
    return nil
  }
}
