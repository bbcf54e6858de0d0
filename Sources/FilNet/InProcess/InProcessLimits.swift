/// How much a host of an in-process network takes on.
public struct InProcessLimits: Hashable, Sendable {
  /// How many bytes of one direction of a stream may be on the way.
  public var streamWindow: Int
  /// How many streams one connection carries.
  public var streamsPerConnection: Int
  /// How many streams of others wait until the host serves them.
  public var waitingStreams: Int
  /// How many gossiped messages wait or are checked at a time; more are dropped.
  public var pendingMessages: Int

  /// Limits; the defaults are what public nodes use.
  ///
  /// - Parameters:
  ///   - streamWindow: How many bytes of one direction of a stream may be on the way.
  ///   - streamsPerConnection: How many streams one connection carries.
  ///   - waitingStreams: How many streams of others wait until the host serves them.
  ///   - pendingMessages: How many gossiped messages wait or are checked at a time.
  public init(
    streamWindow: Int = 256 << 10, streamsPerConnection: Int = 1024, waitingStreams: Int = 256,
    pendingMessages: Int = 256
  ) {
    self.streamWindow = streamWindow
    self.streamsPerConnection = streamsPerConnection
    self.waitingStreams = waitingStreams
    self.pendingMessages = pendingMessages
  }
}
