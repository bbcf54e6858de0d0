package import FilCore

/// Runs `body` and turns its failure into an exit code.
///
/// - Parameters:
///   - code: The exit code.
///   - context: What was attempted.
///   - body: What may fail.
/// - Returns: What `body` returns.
/// - Throws: `ActorError` with the code.
package func orAbort<Value, Failure: Error>(
  _ code: ExitCode, _ context: @autoclosure () -> String, _ body: () throws(Failure) -> Value
) throws(ActorError) -> Value {
  do {
    return try body()
  } catch {
    throw ActorError(code, "\(context()): \(error)")
  }
}

/// Requires that something holds.
///
/// - Parameters:
///   - condition: What must hold.
///   - code: The exit code if it does not.
///   - message: What is wrong then.
/// - Throws: `ActorError` with the code.
package func require(
  _ condition: Bool, _ code: ExitCode, _ message: @autoclosure () -> String
) throws(ActorError) {
  guard condition else { throw ActorError(code, message()) }
}

extension Optional {
  /// The value, which must be there.
  ///
  /// - Parameters:
  ///   - code: The exit code if it is not.
  ///   - message: What is missing.
  /// - Returns: The value.
  /// - Throws: `ActorError` with the code.
  package func orAbort(_ code: ExitCode, _ message: @autoclosure () -> String) throws(ActorError) -> Wrapped {
    guard let self else { throw ActorError(code, message()) }
    return self
  }
}
