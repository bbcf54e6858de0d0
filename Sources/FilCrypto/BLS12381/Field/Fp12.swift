/// c0 + c1 w with w^2 = v, over ``Fp6``: the field in which pairings take their values.
struct Fp12: Equatable, Sendable {
  var c0: Fp6
  var c1: Fp6

  init(_ c0: Fp6, _ c1: Fp6) {
    self.c0 = c0
    self.c1 = c1
  }

  static let one = Fp12(.one, .zero)

  static func * (left: Fp12, right: Fp12) -> Fp12 {
    let v0 = left.c0 * right.c0
    let v1 = left.c1 * right.c1
    let cross = (left.c0 + left.c1) * (right.c0 + right.c1) - v0 - v1
    return Fp12(v0 + v1.timesV(), cross)
  }

  func squared() -> Fp12 {
    let product = c0 * c1
    let mixed = (c0 + c1) * (c0 + c1.timesV()) - product - product.timesV()
    return Fp12(mixed, product + product)
  }

  /// The product with a line: a0 + a1 v + a4 v w.
  func times(line a0: Fp2, _ a1: Fp2, _ a4: Fp2) -> Fp12 {
    let v0 = c0.times(a0, a1)
    let v1 = c1.times(v: a4)
    let cross = (c0 + c1).times(a0, a1 + a4) - v0 - v1
    return Fp12(v0 + v1.timesV(), cross)
  }

  /// The image under the sixth power of the Frobenius map: the inverse, in the cyclotomic subgroup.
  var conjugate: Fp12 { Fp12(c0, -c1) }

  /// The inverse; zero for zero.
  func inverse() -> Fp12 {
    let norm = c0 * c0 - (c1 * c1).timesV()
    let scale = norm.inverse()
    return Fp12(c0 * scale, -(c1 * scale))
  }
}
