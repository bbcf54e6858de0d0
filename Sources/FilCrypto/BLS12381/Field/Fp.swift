internal import CFilKernels

/// An integer modulo the 381-bit prime of BLS12-381.
struct Fp: Sendable {
  var raw: fil_fp

  init(raw: fil_fp) {
    self.raw = raw
  }

  static let zero = Fp(raw: fil_fp())
  static let one: Fp = 1

  static func + (left: Fp, right: Fp) -> Fp { Fp(raw: fil_fp_sum(left.raw, right.raw)) }
  static func - (left: Fp, right: Fp) -> Fp { Fp(raw: fil_fp_difference(left.raw, right.raw)) }
  static func * (left: Fp, right: Fp) -> Fp { Fp(raw: fil_fp_product(left.raw, right.raw)) }

  func squared() -> Fp { Fp(raw: fil_fp_product(raw, raw)) }

  func inverse() -> Fp {
    var (input, output) = (raw, fil_fp())
    fil_fp_inverse(&output, &input)
    return Fp(raw: output)
  }

  /// This to the power of (p - 3) / 4: an inverse square root of squares.
  func rootPower() -> Fp {
    var (input, output) = (raw, fil_fp())
    fil_fp_root_power(&output, &input)
    return Fp(raw: output)
  }

  func squareRoot() -> Fp? {
    let root = rootPower() * self
    return root.squared() == self ? root : nil
  }

  var isZero: Bool { fil_fp_is_zero(raw) != 0 }

  var isOdd: Bool {
    var copy = raw
    return fil_fp_is_odd(&copy) != 0
  }

  var isLargerHalf: Bool {
    var copy = raw
    return fil_fp_is_larger_half(&copy) != 0
  }
}

extension Fp: Equatable {
  static func == (left: Fp, right: Fp) -> Bool { fil_fp_equal(left.raw, right.raw) != 0 }
}

extension Fp: ExpressibleByIntegerLiteral {
  /// A literal between -2^384 and 2^384, taken modulo p.
  init(integerLiteral value: StaticBigInt) {
    precondition(value.bitWidth <= 385, "a field literal out of range")
    var limbs = (0..<6).map { UInt64(value[$0]) }
    var output = fil_fp()
    if value.signum() >= 0 {
      fil_fp_from_integer(&output, &limbs)
      self.init(raw: output)
    } else {
      // -n is the complement of n - 1.
      limbs = limbs.map(~)
      fil_fp_from_integer(&output, &limbs)
      self = .zero - (Fp(raw: output) + 1)
    }
  }
}
