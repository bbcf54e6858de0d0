/// How much of the head of a message is read.
public struct HTTPLimits: Hashable, Sendable {
  /// The most bytes of one line.
  public var lineBytes: Int
  /// The most header fields.
  public var headerCount: Int
  /// The most bytes of a body that nobody reads, before the stream is given up instead.
  public var unreadBodyBytes: UInt64

  /// Limits; the defaults are those of common servers.
  ///
  /// - Parameters:
  ///   - lineBytes: The most bytes of one line.
  ///   - headerCount: The most header fields.
  ///   - unreadBodyBytes: The most bytes of a body that nobody reads.
  public init(lineBytes: Int = 8192, headerCount: Int = 100, unreadBodyBytes: UInt64 = 256 << 10) {
    self.lineBytes = lineBytes
    self.headerCount = headerCount
    self.unreadBodyBytes = unreadBodyBytes
  }
}
