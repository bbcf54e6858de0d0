public import FilCore

/// The actor that calls others at the end of each epoch, f03.
public enum CronActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.cron

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state; parameters: `CronState`.
    public static let constructor: MethodNumber = 1
    /// Calls all entries.
    public static let epochTick: MethodNumber = 2
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { (state: CronState) throws(ActorError) in
        try runtime.validateCaller(.actors([.systemActor]))
        try runtime.create(state)
      }
    case Method.epochTick:
      return try Dispatch.run(params) { () throws(ActorError) in try tick(runtime) }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func tick(_ runtime: some Runtime) throws(ActorError) {
    try runtime.validateCaller(.actors([.systemActor]))
    for entry in try runtime.state(CronState.self).entries {
      do {
        try runtime.call(entry.receiver, entry.method)
      } catch {
        // One entry's failure must not keep the others from being called.
        try runtime.requireRunning()
      }
    }
  }
}
