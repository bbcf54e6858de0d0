public import FilCore

extension Runtime {
  /// Calls another actor and requires that it succeeds.
  ///
  /// - Parameters:
  ///   - to: Whom.
  ///   - method: The method; 0 moves money only.
  ///   - params: The parameters.
  ///   - value: The money that moves.
  ///   - flags: Restrictions.
  /// - Returns: What the callee returned.
  /// - Throws: `ActorError` that passes the callee's failure on, or says why there was no call.
  @discardableResult
  package func call(
    _ to: Address, _ method: MethodNumber, _ params: IPLDBlock? = nil, value: TokenAmount = .zero,
    flags: SendFlags = []
  ) throws(ActorError) -> IPLDBlock? {
    let result: SendResult
    do {
      result = try send(to: to, method: method, params: params, value: value, gasLimit: nil, flags: flags)
    } catch {
      throw ActorError(refused: error)
    }
    guard result.exitCode.isSuccess else {
      throw .passingOn(result.exitCode, "send aborted with code \(result.exitCode)", data: result.returned)
    }
    return result.returned
  }

  /// The number of the actor with an address; one that does not exist yet is created by sending it nothing.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - checkExistence: Whether an actor must be there, which a number alone does not say.
  /// - Returns: The number.
  /// - Throws: `ActorError`: `illegalArgument` if the address cannot be resolved, `notFound` if no actor is there.
  package func resolveOrCreate(_ address: Address, checkExistence: Bool = true) throws(ActorError) -> ActorID {
    if resolve(address) == nil {
      do {
        try call(address, 0)
      } catch {
        throw error.inContext("failed to send zero balance to address \(address)")
      }
    }
    let id = try resolve(address).orAbort(.illegalArgument, "failed to resolve or initialize address \(address)")
    try require(!checkExistence || code(of: id) != nil, .notFound, "no code for address \(address)")
    return id
  }

  /// The type of an actor; `nil` if it does not exist or is no built-in one.
  package func type(of actor: ActorID) -> ActorType? {
    code(of: actor).flatMap { type(of: $0) }
  }

  /// Requires that a method that is not exported is called by a built-in actor.
  ///
  /// - Throws: `ActorError` with `forbidden` for a contract, an unknown code, or a caller that does not exist.
  package func restrictInternalAPI(_ method: MethodNumber) throws(ActorError) {
    guard method < ExportedMethods.first else { return }
    let caller = message.caller
    let code = try code(of: caller).orAbort(.forbidden, "no code for caller f0\(caller) of method \(method)")
    let type = type(of: code)
    try require(
      type != nil && type != .evm, .forbidden, "caller f0\(caller) of method \(method) must be built-in")
  }
}

/// The numbers of methods that anyone may call (FRC-0042).
public enum ExportedMethods {
  /// The least of them.
  public static let first: MethodNumber = 1 << 24
}

extension ActorError {
  /// The failure with which an actor ends whose call the machine refused.
  package init(refused error: SyscallError) {
    switch error {
    case .notFound: self.init(.unspecified, "receiver not found")
    case .insufficientFunds: self.init(.actorInsufficientFunds, "not enough funds")
    case .limitExceeded: self.init(.actorAssertionFailed, "recursion limit exceeded")
    case .readOnly: self.init(.readOnly, "attempted to mutate state while in readonly mode")
    default: self.init(.actorAssertionFailed, "unexpected error: \(error)")
    }
  }
}
