import CFilKernels

/// The arithmetic of the field in plain Swift, limb by limb and without Montgomery form: the twin that the kernels are
/// compared with.
struct FieldTwin: Equatable {
  /// The integer, the least significant limb first; below the modulus.
  var limbs: [UInt64]

  static let modulus: [UInt64] = [
    0xb9fe_ffff_ffff_aaab, 0x1eab_fffe_b153_ffff, 0x6730_d2a0_f6b0_f624, 0x6477_4b84_f385_12bf,
    0x4b1b_a7b6_434b_acd7, 0x1a01_11ea_397f_e69a,
  ]

  static let zero = FieldTwin(limbs: [0, 0, 0, 0, 0, 0])
  static let one = FieldTwin(limbs: [1, 0, 0, 0, 0, 0])
  /// The modulus less one.
  static let largest = zero - one

  static func + (left: FieldTwin, right: FieldTwin) -> FieldTwin {
    var carry: UInt64 = 0
    let sum = zip(left.limbs, right.limbs).map { a, b in
      let (first, over) = a.addingReportingOverflow(b)
      let (second, overAgain) = first.addingReportingOverflow(carry)
      carry = over || overAgain ? 1 : 0
      return second
    }
    return FieldTwin(limbs: subtract(sum, modulus) ?? sum)
  }

  static func - (left: FieldTwin, right: FieldTwin) -> FieldTwin {
    if let difference = subtract(left.limbs, right.limbs) { return FieldTwin(limbs: difference) }
    let negative = FieldTwin(limbs: subtract(modulus, right.limbs) ?? right.limbs)
    return left + negative
  }

  /// The product by doubling and adding.
  static func * (left: FieldTwin, right: FieldTwin) -> FieldTwin {
    var product = zero
    for bit in (0..<384).reversed() {
      product = product + product
      if right.limbs[bit / 64] >> UInt64(bit % 64) & 1 == 1 { product = product + left }
    }
    return product
  }

  /// `nil` if the difference is negative.
  private static func subtract(_ a: [UInt64], _ b: [UInt64]) -> [UInt64]? {
    var borrow: UInt64 = 0
    let difference = zip(a, b).map { x, y in
      let (first, under) = x.subtractingReportingOverflow(y)
      let (second, underAgain) = first.subtractingReportingOverflow(borrow)
      borrow = under || underAgain ? 1 : 0
      return second
    }
    return borrow == 0 ? difference : nil
  }
}

extension FieldTwin {
  /// The element that the kernels compute with.
  var kernelForm: fil_fp {
    var (input, output) = (limbs, fil_fp())
    fil_fp_from_integer(&output, &input)
    return output
  }

  /// The integer that a kernel's element stands for.
  init(_ element: fil_fp) {
    var element = element
    var bytes = [UInt8](repeating: 0, count: 48)
    fil_fp_encode(&bytes, &element)
    limbs = (0..<6).map { limb in
      bytes[(40 - 8 * limb)..<(48 - 8 * limb)].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Edge cases, and elements that a fixed sequence gives.
  static let samples: [FieldTwin] = {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    let random = (0..<12).map { _ in
      FieldTwin(
        limbs: (0..<6).map { limb in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return limb == 5 ? state >> 4 & 0x0fff_ffff_ffff_ffff : state
        })
    }
    let half = FieldTwin(limbs: [0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0, 0, 0, 0])
    return [zero, one, one + one, largest, largest - one, half] + random
  }()
}
