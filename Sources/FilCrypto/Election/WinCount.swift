public import FilCore

/// How often a miner wins in one round: the quantile of its proof's digest in a Poisson distribution whose mean is
/// the miner's share of the expected number of leaders.
public enum WinCount {
  /// The expected number of leaders of an epoch on all networks so far.
  public static let expectedLeaders: Int64 = 5

  /// Counts the wins.
  ///
  /// - Parameters:
  ///   - digest: The BLAKE2b-256 digest of the election proof.
  ///   - power: The miner's power, adjusted for quality.
  ///   - totalPower: The power of all miners; without any there are no wins.
  ///   - expectedLeaders: The expected number of leaders of an epoch.
  /// - Returns: The wins, at most three times the expected number of leaders.
  public static func count(
    digest: Bytes32, power: BigInt, totalPower: BigInt, expectedLeaders: Int64 = expectedLeaders
  ) -> Int64 {
    guard power.signum > 0, totalPower.signum > 0 else { return 0 }
    let draw = BigInt(magnitudeBytes: digest.bytes)
    let tail = PoissonTail(rate: rate(power: power, totalPower: totalPower, expectedLeaders: expectedLeaders))
    var wins: Int64 = 0
    for probability in tail {
      guard draw < probability, wins < 3 * expectedLeaders else { break }
      wins += 1
    }
    return wins
  }

  /// The expected number of wins as ``FixedPoint``.
  package static func rate(power: BigInt, totalPower: BigInt, expectedLeaders: Int64) -> BigInt {
    ((power * BigInt(expectedLeaders)) << FixedPoint.places).dividedRoundingDown(by: totalPower)
  }
}
