internal import CFilKernels

/// The wall clock of the machine.
public struct SystemClock: NodeClock {
  /// The longest that a sleep goes without a look at the clock, which somebody may have set.
  private static let longestSleep = Duration.seconds(60)

  /// The machine's clock.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var now: NetworkTime { NetworkTime(nanoseconds: fil_clock_nanoseconds()) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func sleep(until deadline: NetworkTime) async throws(CancellationError) {
    while true {
      guard !Task.isCancelled else { throw CancellationError() }
      let left = deadline - now
      guard left > .zero else { return }
      do {
        try await Task.sleep(for: min(left, SystemClock.longestSleep))
      } catch {
        throw CancellationError()
      }
    }
  }
}
