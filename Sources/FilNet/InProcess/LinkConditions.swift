/// What the line between two hosts of one process is like.
public struct LinkConditions: Hashable, Sendable {
  /// How long bytes take one way; each portion takes a random time in the range, but none overtakes another.
  public var latency: ClosedRange<Duration>
  /// How many bytes of one stream enter the line in a second; as many as there are if `nil`.
  public var bytesPerSecond: Int?

  /// A line.
  ///
  /// - Parameters:
  ///   - latency: How long bytes take one way.
  ///   - bytesPerSecond: How many bytes of one stream enter the line in a second, at least 1; no limit if `nil`.
  public init(latency: ClosedRange<Duration>, bytesPerSecond: Int? = nil) {
    self.latency = latency
    self.bytesPerSecond = bytesPerSecond
  }

  /// A line that always takes the same time.
  public init(latency: Duration) {
    self.init(latency: latency...latency)
  }

  /// A line that takes no time.
  public static let instant = LinkConditions(latency: .zero)

  /// How long it takes for so many bytes to enter the line.
  func transmission(of count: Int) -> Duration {
    guard let bytesPerSecond else { return .zero }
    return .seconds(1) * count / max(1, bytesPerSecond)
  }
}
