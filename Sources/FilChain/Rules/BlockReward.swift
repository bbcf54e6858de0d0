public import FilCore

/// What a block's miner is paid for it, without the premiums of its messages.
public enum BlockReward {
  /// The reward of a block.
  ///
  /// - Parameters:
  ///   - epochReward: What the reward actor pays for the epoch, if as many win as are expected.
  ///   - winCount: The wins of the block.
  ///   - expectedLeaders: The expected number of winners of an epoch: at least one.
  /// - Returns: The reward; the reward actor pays less only if it has less.
  public static func amount(
    epochReward: TokenAmount, winCount: Int64, expectedLeaders: Int64 = 5
  ) -> TokenAmount {
    TokenAmount(atto: (epochReward * winCount).atto.dividedRoundingDown(by: BigInt(max(1, expectedLeaders))))
  }
}
