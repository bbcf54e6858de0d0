public import FilCore

extension FilterEstimate {
  /// The sum over coming epochs of this estimate divided by another, as both are extrapolated.
  ///
  /// - Parameters:
  ///   - denominator: What this is divided by.
  ///   - start: How many epochs ahead the sum begins.
  ///   - count: How many epochs it takes.
  /// - Returns: The sum in Q.128.
  public func cumulativeSum(
    dividedBy denominator: FilterEstimate, from start: ChainEpoch, over count: ChainEpoch
  ) -> BigInt {
    let precision = FilterEstimate.precision
    let length = BigInt(count) << precision
    let begin = BigInt(start) << precision
    let change = denominator.velocity
    let squaredChange = (change * change) >> precision
    guard squaredChange > FilterEstimate.epsilon else {
      let middle = (velocity * (begin + length >> 1)) >> precision + position
      return (middle * length).dividedRoundingDown(by: denominator.position)
    }
    let first = (change * begin) >> precision + denominator.position
    let last = (change * length) >> precision + first
    let logFirst = FixedPoint.naturalLogarithm(first)
    let logLast = FixedPoint.naturalLogarithm(last)
    let constant = ((logLast - logFirst) * position * change) >> precision
    let linear = (((logFirst - logLast) * denominator.position + change * length) * velocity) >> precision
    return (constant + linear).dividedRoundingDown(by: squaredChange)
  }

  /// Below this square (Q.128) a change counts as none.
  private static let epsilon: BigInt = 302_231_454_903_657_293_676_544
}
