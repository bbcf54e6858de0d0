/// Something took longer than it was given.
public struct TimeoutError: Error, Hashable, Sendable {
  /// How long it was given.
  public let limit: Duration

  /// An error with the time that was given.
  public init(limit: Duration) {
    self.limit = limit
  }
}

extension TimeoutError: CustomStringConvertible {
  /// One line with the time that was given.
  public var description: String { "took longer than \(limit)" }
}
