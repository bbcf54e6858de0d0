internal import FilCore

extension ProjectivePoint where Field == Fp {
  /// The multiple of a point of G1 by a secret below the group order, in time that does not depend on it.
  ///
  /// Half the doublings of the general way, which works for all points of the curve.
  func multipliedInSubgroup(by scalar: Bytes32) -> ProjectivePoint {
    let digits = ScalarDigits.base2(scalar)
    let table = ProjectivePoint.multiples(of: self)
    // phi multiplies by -x^2, so the upper digit belongs to its negative.
    let images = table.map { -Fp.phi($0) }
    var result = ProjectivePoint.infinity
    for index in (0..<32).reversed() {
      for _ in 0..<4 { result = result.doubled() }
      let shift = UInt64(index % 16 * 4)
      result = result + .select(Int(digits[0][index / 16] >> shift & 15), from: table)
      result = result + .select(Int(digits[1][index / 16] >> shift & 15), from: images)
    }
    return result
  }
}

extension ProjectivePoint where Field == Fp2 {
  /// The multiple of a point of G2 by a secret below the group order, in time that does not depend on it.
  ///
  /// A quarter of the doublings of the general way, which works for all points of the curve.
  func multipliedInSubgroup(by scalar: Bytes32) -> ProjectivePoint {
    let digits = ScalarDigits.base4(scalar)
    let table = ProjectivePoint.subsetSums(ofImagesOf: self)
    var result = ProjectivePoint.infinity
    for bit in (0..<64).reversed() as ReversedCollection<Range<UInt64>> {
      let index = (0..<4).reduce(0) { $0 | Int(digits[$1] >> bit & 1) << $1 }
      result = result.doubled() + .select(index, from: table)
    }
    return result
  }

  /// Entry i is the sum of |x|^k times the point over the bits k of i: psi multiplies by x = -|x|.
  private static func subsetSums(ofImagesOf point: ProjectivePoint) -> [ProjectivePoint] {
    var table = [ProjectivePoint.infinity]
    var image = point
    for _ in 0..<4 {
      table += table.map { $0 + image }
      image = -Fp2.psi(image)
    }
    return table
  }
}
