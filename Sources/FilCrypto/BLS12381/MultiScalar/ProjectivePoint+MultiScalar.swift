internal import FilCore

extension ProjectivePoint {
  /// The sum of points times little-endian 256-bit integers, by Pippenger's buckets with signed digits.
  static func multiScalarSum(_ points: [AffinePoint<Field>], _ scalars: [Bytes32]) -> ProjectivePoint {
    precondition(points.count == scalars.count, "as many points as scalars")
    let digits = SignedDigits(scalars)
    var result = ProjectivePoint.infinity
    for window in (0..<digits.windows).reversed() {
      for _ in 0..<digits.width { result = result.doubled() }
      result = result + windowSum(points, digits, window)
    }
    return result
  }

  /// The sum of points times their digits of one window: each point into the bucket of its digit, then the buckets by
  /// running sums.
  private static func windowSum(
    _ points: [AffinePoint<Field>], _ digits: SignedDigits, _ window: Int
  ) -> ProjectivePoint {
    guard points.count >= Buckets<Field>.worthwhile else {
      return runningSum(smallBuckets(points, digits, window))
    }
    var buckets = Buckets(points, digits: digits, window: window)
    buckets.reduce()
    return runningSum(buckets)
  }

  /// The buckets one addition at a time, for few points.
  private static func smallBuckets(
    _ points: [AffinePoint<Field>], _ digits: SignedDigits, _ window: Int
  ) -> [ProjectivePoint] {
    var buckets = [ProjectivePoint](repeating: .infinity, count: digits.buckets)
    for (index, point) in points.enumerated() where !point.isInfinity {
      let digit = digits[window, index]
      if digit > 0 { buckets[digit - 1] = buckets[digit - 1].adding(finite: point) }
      if digit < 0 { buckets[-digit - 1] = buckets[-digit - 1].adding(finite: -point) }
    }
    return buckets
  }

  private static func runningSum(_ buckets: [ProjectivePoint]) -> ProjectivePoint {
    var running = ProjectivePoint.infinity
    var sum = ProjectivePoint.infinity
    for bucket in buckets.reversed() {
      running = running + bucket
      sum = sum + running
    }
    return sum
  }

  private static func runningSum(_ buckets: Buckets<Field>) -> ProjectivePoint {
    var running = ProjectivePoint.infinity
    var sum = ProjectivePoint.infinity
    for bucket in (0..<buckets.count).reversed() {
      if let point = buckets.sum(of: bucket) { running = running + point }
      sum = sum + running
    }
    return sum
  }
}
