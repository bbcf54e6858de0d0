/// How large a payload may be, and how slowly it may come.
public struct GatewayLimits: Hashable, Sendable {
  /// The most bytes of one block.
  public var blockBytes: UInt64
  /// The most blocks of one payload.
  public var blocks: Int
  /// The most bytes of one payload.
  public var payloadBytes: UInt64
  /// The most blocks that bring nothing new: that came before, or are held in their CIDs.
  public var spareBlocks: Int
  /// The least bytes of an answer in a second, on average from when nothing may come for so long as a client waits; 0
  /// for any.
  public var bytesPerSecond: UInt64
  /// How long the whole payload may take.
  public var time: Duration

  /// Limits; the defaults take what a sector of 64 GiB can hold.
  ///
  /// - Parameters:
  ///   - blockBytes: The most bytes of one block.
  ///   - blocks: The most blocks of one payload.
  ///   - payloadBytes: The most bytes of one payload.
  ///   - spareBlocks: The most blocks that bring nothing new.
  ///   - bytesPerSecond: The least bytes of an answer in a second.
  ///   - time: How long the whole payload may take.
  public init(
    blockBytes: UInt64 = 4 << 20, blocks: Int = 4 << 20, payloadBytes: UInt64 = 64 << 30, spareBlocks: Int = 1024,
    bytesPerSecond: UInt64 = 1024, time: Duration = .seconds(86_400)
  ) {
    self.blockBytes = min(blockBytes, UInt64(Int32.max))
    self.blocks = blocks
    self.payloadBytes = payloadBytes
    self.spareBlocks = spareBlocks
    self.bytesPerSecond = bytesPerSecond
    self.time = time
  }
}
