public import FilCore

/// What of a block is executed: its messages, and whom to reward for it.
public struct RewardedBlock: Hashable, Sendable {
  /// The block's miner.
  public let miner: Address
  /// How often the miner won the epoch.
  public let winCount: Int64
  /// The messages in the order in which they are executed.
  public let messages: [ChainMessage]

  /// A block.
  public init(miner: Address, winCount: Int64, messages: [ChainMessage]) {
    self.miner = miner
    self.winCount = winCount
    self.messages = messages
  }
}
