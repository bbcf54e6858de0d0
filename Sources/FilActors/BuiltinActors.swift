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
    default: throw ActorError(.unhandledMessage, "no actor of type \(type)")
    }
  }
}
