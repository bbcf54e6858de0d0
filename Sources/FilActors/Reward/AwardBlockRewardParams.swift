public import FilCore

/// The parameters of the reward actor's `AwardBlockReward`.
public struct AwardBlockRewardParams: Hashable, Sendable {
  /// The block's miner.
  public var miner: Address
  /// What the miner pays for messages that must not be in the block, in attoFIL.
  public var penalty: TokenAmount
  /// The tips of the block's messages, in attoFIL; they come with the call.
  public var gasReward: TokenAmount
  /// How many wins the block is worth.
  public var winCount: Int64

  /// What a block earns.
  public init(miner: Address, penalty: TokenAmount, gasReward: TokenAmount, winCount: Int64) {
    self.miner = miner
    self.penalty = penalty
    self.gasReward = gasReward
    self.winCount = winCount
  }
}

extension AwardBlockRewardParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(miner, penalty, gasReward, winCount) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (miner, penalty, gasReward, winCount) = try decoder.tuple(
      Address.self, TokenAmount.self, TokenAmount.self, Int64.self)
  }
}
