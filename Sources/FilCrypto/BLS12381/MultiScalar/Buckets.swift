/// The points of one window by the absolute value of their digits, added up in pairs.
///
/// Sums are affine: with the inverses of many denominators taken at once a sum costs six multiplications, half of what
/// it costs in projective coordinates.
struct Buckets<Field: CurveField> {
  /// From how many points on sorting and inverting pays.
  static var worthwhile: Int { 128 }
  /// How many denominators are inverted at once: so many that the inversion hardly counts, and that fit the cache.
  private static var batch: Int { 512 }

  /// The points of the first bucket, of the second, and so on.
  private var points: [AffinePoint<Field>]
  /// Where each bucket begins; the last entry is where the last one ends.
  private var starts: [Int]

  /// The number of buckets.
  var count: Int { starts.count - 1 }

  /// Sorts points into the buckets of their digits, negated where the digit is negative.
  init(_ all: [AffinePoint<Field>], digits: SignedDigits, window: Int) {
    var ends = [Int](repeating: 0, count: digits.buckets + 1)
    for index in all.indices { ends[abs(digits[window, index])] += 1 }
    ends[0] = 0
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    starts = ends
    points = [AffinePoint<Field>](repeating: .infinity, count: ends[ends.count - 1])
    var next = ends
    for index in all.indices {
      let digit = digits[window, index]
      guard digit != 0 else { continue }
      let bucket = abs(digit) - 1
      points[next[bucket]] = digit < 0 ? -all[index] : all[index]
      next[bucket] += 1
    }
  }

  /// The sum of a bucket's points after ``reduce()``; `nil` if it is infinity.
  func sum(of bucket: Int) -> AffinePoint<Field>? {
    guard starts[bucket] < starts[bucket + 1] else { return nil }
    let point = points[starts[bucket]]
    return point.isInfinity ? nil : point
  }

  /// Adds pairs of points until no bucket has two.
  mutating func reduce() {
    while zip(starts, starts.dropFirst()).contains(where: { $1 - $0 > 1 }) { halve() }
  }

  /// Replaces each bucket's points by the sums of pairs, and the last one if their number is odd.
  private mutating func halve() {
    var sums: [AffinePoint<Field>] = []
    sums.reserveCapacity(points.count / 2 + count)
    var adder = PairAdder<Field>(capacity: Buckets.batch)
    for bucket in 0..<count {
      let (start, end) = (starts[bucket], starts[bucket + 1])
      starts[bucket] = sums.count
      for left in stride(from: start, to: end - 1, by: 2) {
        adder.add(points[left], points[left + 1], to: sums.count)
        sums.append(.infinity)
        if adder.isFull { adder.finish(&sums) }
      }
      if (end - start) % 2 == 1 { sums.append(points[end - 1]) }
    }
    adder.finish(&sums)
    starts[count] = sums.count
    points = sums
  }
}
