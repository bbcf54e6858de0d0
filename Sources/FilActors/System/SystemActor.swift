public import FilCore

/// The actor of the system itself, f00: the sender of implicit messages and the keeper of the actors' codes.
public enum SystemActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.system

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state.
    public static let constructor: MethodNumber = 1
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { () throws(ActorError) in try construct(runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func construct(_ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    let list = try runtime.store.save([CID]())
    try runtime.create(SystemState(builtinActors: list))
  }
}
