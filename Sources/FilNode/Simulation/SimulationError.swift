/// Why a simulation ended other than by its closure.
///
/// Two errors are equal when their codes are.
public struct SimulationError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// Nothing is left to run, nobody sleeps and no work is out, but the closure has not ended.
    ///
    /// Some task waits for another that never comes, or for something outside the simulation, as `Task.sleep` is.
    case deadlock
    /// Virtual time ran past its limit.
    case timeLimit
    /// Something outside resumed a task of the simulation, so that the run depends on more than its seed.
    case outsideInterference
    /// Tasks that nobody owns were alive when the closure ended.
    case leftRunning
  }

  /// The kind of the error.
  public let code: Code
  /// What was seen, for people.
  public let detail: String
  /// What the closure threw when it was cancelled for this, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String, cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }
}

extension SimulationError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: SimulationError, right: SimulationError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension SimulationError: CustomStringConvertible {
  /// One line: the code, the detail and the cause.
  public var description: String {
    "simulation: \(code): \(detail)" + (cause.map { " (\($0))" } ?? "")
  }
}
