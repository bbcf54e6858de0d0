public import FilCore

/// The built-in actors by their types.
public enum BuiltinActors {
  /// Runs a method of a built-in actor.
  ///
  /// - Parameters:
  ///   - type: Which actor.
  ///   - method: The method's number.
  ///   - params: The parameters.
  ///   - runtime: The world.
  /// - Returns: What the method returns.
  /// - Throws: `ActorError` if the call fails; `unhandledMessage` if there is no such actor or method.
  public static func invoke(
    _ type: ActorType, _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    switch type {
    case .system: return try SystemActor.invoke(method, params, runtime)
    case .`init`: return try InitActor.invoke(method, params, runtime)
    case .cron: return try CronActor.invoke(method, params, runtime)
    case .account: return try AccountActor.invoke(method, params, runtime)
    case .reward: return try RewardActor.invoke(method, params, runtime)
    case .power: return try PowerActor.invoke(method, params, runtime)
    case .verifreg: return try VerifregActor.invoke(method, params, runtime)
    case .datacap: return try DatacapActor.invoke(method, params, runtime)
    case .market: return try MarketActor.invoke(method, params, runtime)
    case .miner: return try MinerActor.invoke(method, params, runtime)
    default: throw ActorError(.unhandledMessage, "no actor of type \(type)")
    }
  }
}
