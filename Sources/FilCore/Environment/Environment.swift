/// What a node takes from outside itself: time, randomness and threads for heavy work.
///
/// The same code runs under the machine's environment and under a simulated one that brings the same run twice.
public struct Environment: Sendable {
  /// What the node takes for time.
  public let clock: any NodeClock
  /// Where random bytes come from.
  public let random: any RandomSource
  /// Where heavy work runs.
  public let work: any WorkPool

  /// An environment of given parts.
  ///
  /// - Parameters:
  ///   - clock: What the node takes for time.
  ///   - random: Where random bytes come from.
  ///   - work: Where heavy work runs.
  public init(clock: any NodeClock, random: any RandomSource, work: any WorkPool) {
    self.clock = clock
    self.random = random
    self.work = work
  }

  /// The machine's clock and randomness, and threads of its own.
  ///
  /// - Parameter threads: How many pieces of heavy work run at the same time.
  /// - Returns: The environment.
  public static func system(threads: Int = 2) -> Environment {
    Environment(clock: SystemClock(), random: SystemRandom(), work: ThreadWorkPool(width: threads))
  }
}
