public import FilCore

/// The weight of chains, by which nodes choose among them: the heaviest wins.
public enum ChainWeight {
  /// The weight of a chain with one more tipset.
  ///
  /// - Parameters:
  ///   - parentWeight: The weight before the tipset.
  ///   - totalPower: The network's quality-adjusted power in the tipset's parent state, in bytes.
  ///   - winCounts: The wins of the tipset's blocks.
  ///   - expectedLeaders: The expected number of winners of an epoch: at least one.
  /// - Returns: The weight; `nil` if the network has no power.
  public static func next(
    parentWeight: BigInt, totalPower: BigInt, winCounts: [Int64], expectedLeaders: Int64 = 5
  ) -> BigInt? {
    guard totalPower.signum > 0 else { return nil }
    let power = BigInt(totalPower.bitWidth - 1) << 8
    let wins = winCounts.reduce(BigInt.zero) { $0 + BigInt($1) }
    return parentWeight + power + (power * wins).dividedRoundingDown(by: BigInt(2 * Int128(max(1, expectedLeaders))))
  }
}
