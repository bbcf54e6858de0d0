public import FilCore

/// The parameters of a miner's `ApplyRewards`.
public struct ApplyRewardParams: Hashable, Sendable {
  /// What the miner gets; it comes with the call.
  public var reward: TokenAmount
  /// What the miner pays.
  public var penalty: TokenAmount

  /// A reward and a penalty.
  public init(reward: TokenAmount, penalty: TokenAmount) {
    self.reward = reward
    self.penalty = penalty
  }
}

extension ApplyRewardParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(reward, penalty) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (reward, penalty) = try decoder.tuple(TokenAmount.self, TokenAmount.self)
  }
}
