/// How patient a provider is with a transfer.
public struct TransferPolicy: Hashable, Sendable {
  /// How many times in a row an attempt may bring nothing.
  public var attempts: Int
  /// How long to wait before the second attempt; each wait after it is half as long again.
  public var firstWait: Duration
  /// The longest wait between two attempts.
  public var longestWait: Duration
  /// How long an attempt may bring nothing.
  public var stallLimit: Duration
  /// How long the whole transfer may take.
  public var timeLimit: Duration
  /// The most bytes that are taken, whatever the deal says.
  public var maxBytes: UInt64

  /// A policy; the defaults are those of public providers.
  ///
  /// - Parameters:
  ///   - attempts: How many times in a row an attempt may bring nothing.
  ///   - firstWait: How long to wait before the second attempt.
  ///   - longestWait: The longest wait between two attempts.
  ///   - stallLimit: How long an attempt may bring nothing.
  ///   - timeLimit: How long the whole transfer may take.
  ///   - maxBytes: The most bytes that are taken.
  public init(
    attempts: Int = 15, firstWait: Duration = .seconds(5), longestWait: Duration = .seconds(600),
    stallLimit: Duration = .seconds(300), timeLimit: Duration = .seconds(86_400), maxBytes: UInt64 = 64 << 30
  ) {
    self.attempts = attempts
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.stallLimit = stallLimit
    self.timeLimit = timeLimit
    self.maxBytes = maxBytes
  }

  /// How long to wait after so many attempts in a row without a byte, at least one.
  func wait(after failures: Int) -> Duration {
    var wait = min(firstWait, longestWait)
    for _ in 1..<max(1, failures) {
      guard wait < longestWait else { break }
      wait = min(wait * 3 / 2, longestWait)
    }
    return wait
  }
}
