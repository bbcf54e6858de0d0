internal import FilCore

extension ProjectivePoint {
  /// The sum of points times little-endian 256-bit integers, by Pippenger's buckets with signed digits.
  static func multiScalarSum(_ points: [AffinePoint<Field>], _ scalars: [Bytes32]) -> ProjectivePoint {
    precondition(points.count == scalars.count, "as many points as scalars")
    let width = windowWidth(for: points.count)
    let windows = 256 / width + 1
    let digits = scalars.map { signedDigits($0, width: width, count: windows) }
    var result = ProjectivePoint.infinity
    for window in (0..<windows).reversed() {
      for _ in 0..<width { result = result.doubled() }
      result = result + windowSum(points, digits, window, width)
    }
    return result
  }

  /// About the logarithm of the number of points, less what a bucket costs.
  private static func windowWidth(for count: Int) -> Int {
    let log = Int.bitWidth - max(count, 1).leadingZeroBitCount
    return min(max(log - 2, 2), 14)
  }

  /// The integer in base 2^width with digits from -2^(width - 1) to 2^(width - 1), lowest first.
  private static func signedDigits(_ scalar: Bytes32, width: Int, count: Int) -> [Int16] {
    let limbs = scalar.withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    var carry = 0
    return (0..<count).map { index in
      let digit = bits(of: limbs, from: index * width, count: width) + carry
      carry = digit > 1 << (width - 1) ? 1 : 0
      return Int16(digit - carry << width)
    }
  }

  private static func bits(of limbs: [UInt64], from start: Int, count: Int) -> Int {
    guard start < 256 else { return 0 }
    let (limb, shift) = (start / 64, UInt64(start % 64))
    var value = limbs[limb] >> shift
    if shift > 0 && limb < 3 { value |= limbs[limb + 1] << (64 - shift) }
    return Int(value & (1 << UInt64(count) - 1))
  }

  /// The sum of points times their digits of one window: each point into the bucket of its digit, then the buckets by
  /// running sums.
  private static func windowSum(
    _ points: [AffinePoint<Field>], _ digits: [[Int16]], _ window: Int, _ width: Int
  ) -> ProjectivePoint {
    var buckets = [ProjectivePoint](repeating: .infinity, count: 1 << (width - 1))
    for (index, point) in points.enumerated() where !point.isInfinity {
      let digit = Int(digits[index][window])
      if digit > 0 { buckets[digit - 1] = buckets[digit - 1].adding(finite: point) }
      if digit < 0 { buckets[-digit - 1] = buckets[-digit - 1].adding(finite: -point) }
    }
    var running = ProjectivePoint.infinity
    var sum = ProjectivePoint.infinity
    for bucket in buckets.reversed() {
      running = running + bucket
      sum = sum + running
    }
    return sum
  }
}
