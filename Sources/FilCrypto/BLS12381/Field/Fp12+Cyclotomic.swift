internal import CFilKernels

/// The absolute value of the curve's parameter, which is negative.
let curveParameter: UInt64 = 0xd201_0000_0001_0000

extension Fp12 {
  /// The square of an element of the cyclotomic subgroup (Granger and Scott).
  func cyclotomicSquared() -> Fp12 { Fp12(raw: fil_fp12_cyclotomic_square(raw)) }

  /// An element of the cyclotomic subgroup to the power of the curve's parameter.
  func raisedToParameter() -> Fp12 {
    var result = self
    for bit in (0..<63).reversed() {
      result = result.cyclotomicSquared()
      if curveParameter >> UInt64(bit) & 1 == 1 { result = result * self }
    }
    return result.conjugate
  }
}
