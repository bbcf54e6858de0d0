/// c0 + c1 v + c2 v^2 with v^3 = 1 + u, over ``Fp2``.
struct Fp6: Equatable, Sendable {
  var c0: Fp2
  var c1: Fp2
  var c2: Fp2

  init(_ c0: Fp2, _ c1: Fp2, _ c2: Fp2) {
    self.c0 = c0
    self.c1 = c1
    self.c2 = c2
  }

  static let zero = Fp6(.zero, .zero, .zero)
  static let one = Fp6(.one, .zero, .zero)

  static func + (left: Fp6, right: Fp6) -> Fp6 {
    Fp6(left.c0 + right.c0, left.c1 + right.c1, left.c2 + right.c2)
  }

  static func - (left: Fp6, right: Fp6) -> Fp6 {
    Fp6(left.c0 - right.c0, left.c1 - right.c1, left.c2 - right.c2)
  }

  static prefix func - (value: Fp6) -> Fp6 { Fp6(-value.c0, -value.c1, -value.c2) }

  /// The product with six multiplications below (Karatsuba).
  static func * (left: Fp6, right: Fp6) -> Fp6 {
    let v0 = left.c0 * right.c0
    let v1 = left.c1 * right.c1
    let v2 = left.c2 * right.c2
    let cross12 = (left.c1 + left.c2) * (right.c1 + right.c2) - v1 - v2
    let cross01 = (left.c0 + left.c1) * (right.c0 + right.c1) - v0 - v1
    let cross02 = (left.c0 + left.c2) * (right.c0 + right.c2) - v0 - v2
    return Fp6(v0 + cross12.timesNonResidue(), cross01 + v2.timesNonResidue(), cross02 + v1)
  }

  /// The product with b0 + b1 v.
  func times(_ b0: Fp2, _ b1: Fp2) -> Fp6 {
    let v0 = c0 * b0
    let v1 = c1 * b1
    let cross01 = (c0 + c1) * (b0 + b1) - v0 - v1
    return Fp6((c2 * b1).timesNonResidue() + v0, cross01, c2 * b0 + v1)
  }

  /// The product with b1 v.
  func times(v b1: Fp2) -> Fp6 {
    Fp6((c2 * b1).timesNonResidue(), c0 * b1, c1 * b1)
  }

  /// The product with v.
  func timesV() -> Fp6 { Fp6(c2.timesNonResidue(), c0, c1) }

  /// The inverse; zero for zero.
  func inverse() -> Fp6 {
    let a = c0.squared() - (c1 * c2).timesNonResidue()
    let b = c2.squared().timesNonResidue() - c0 * c1
    let c = c1.squared() - c0 * c2
    let norm = c0 * a + (c2 * b + c1 * c).timesNonResidue()
    let scale = norm.inverse()
    return Fp6(a * scale, b * scale, c * scale)
  }
}
