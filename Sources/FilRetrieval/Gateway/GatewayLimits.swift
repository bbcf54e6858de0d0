/// How large a payload may be.
public struct GatewayLimits: Hashable, Sendable {
  /// The most bytes of one block.
  public var blockBytes: UInt64
  /// The most blocks of one payload.
  public var blocks: Int
  /// The most bytes of one payload.
  public var payloadBytes: UInt64

  /// Limits; the defaults take what a sector of 64 GiB can hold.
  ///
  /// - Parameters:
  ///   - blockBytes: The most bytes of one block.
  ///   - blocks: The most blocks of one payload.
  ///   - payloadBytes: The most bytes of one payload.
  public init(blockBytes: UInt64 = 4 << 20, blocks: Int = 4 << 20, payloadBytes: UInt64 = 64 << 30) {
    self.blockBytes = min(blockBytes, UInt64(Int32.max))
    self.blocks = blocks
    self.payloadBytes = payloadBytes
  }
}
