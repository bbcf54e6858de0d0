public import FilCore

extension DrandChain {
  /// The last round that a block of an epoch may carry: the one of 30 seconds before the epoch.
  ///
  /// - Parameters:
  ///   - epoch: The block's epoch.
  ///   - genesisTimestamp: When the chain began, in seconds since 1970.
  ///   - blockDelay: The seconds of an epoch.
  ///   - countsFromOne: Whether the network's first round is 1, which the chain knows since network version 16.
  /// - Returns: The round; times before the beacon began give 1, or 0 by the old count.
  public func maxRound(
    epoch: ChainEpoch, genesisTimestamp: UInt64, blockDelay: UInt64, countsFromOne: Bool
  ) -> UInt64 {
    let time = Int128(genesisTimestamp) + (Int128(epoch) - 1) * Int128(blockDelay)
    let elapsed = time - Int128(genesisTime)
    guard elapsed >= 0 else { return countsFromOne ? 1 : 0 }
    return UInt64(clamping: elapsed / Int128(period) + (countsFromOne ? 1 : 0))
  }
}
