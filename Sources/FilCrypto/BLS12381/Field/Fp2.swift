internal import CFilKernels

/// c0 + c1 u with u^2 = -1, over ``Fp``.
struct Fp2: Sendable {
  var raw: fil_fp2

  init(raw: fil_fp2) {
    self.raw = raw
  }

  init(_ c0: Fp, _ c1: Fp) {
    raw = fil_fp2(c0: c0.raw, c1: c1.raw)
  }

  var c0: Fp { Fp(raw: raw.c0) }
  var c1: Fp { Fp(raw: raw.c1) }

  static let zero = Fp2(raw: fil_fp2())
  static let one = Fp2(.one, .zero)

  static func + (left: Fp2, right: Fp2) -> Fp2 { Fp2(raw: fil_fp2_sum(left.raw, right.raw)) }
  static func - (left: Fp2, right: Fp2) -> Fp2 { Fp2(raw: fil_fp2_difference(left.raw, right.raw)) }
  static func * (left: Fp2, right: Fp2) -> Fp2 { Fp2(raw: fil_fp2_product(left.raw, right.raw)) }
  static func * (left: Fp2, right: Fp) -> Fp2 { Fp2(left.c0 * right, left.c1 * right) }

  func squared() -> Fp2 { Fp2(raw: fil_fp2_square(raw)) }

  /// The image under the Frobenius map.
  var conjugate: Fp2 { Fp2(c0, -c1) }

  /// The product with its conjugate.
  var norm: Fp { c0.squared() + c1.squared() }

  /// This times 1 + u, the cube and square non-residue that the tower is built on.
  func timesNonResidue() -> Fp2 { Fp2(c0 - c1, c0 + c1) }

  func inverse() -> Fp2 { conjugate * norm.inverse() }

  var isZero: Bool { c0.isZero && c1.isZero }
}

extension Fp2: Equatable {
  static func == (left: Fp2, right: Fp2) -> Bool { left.c0 == right.c0 && left.c1 == right.c1 }
}
