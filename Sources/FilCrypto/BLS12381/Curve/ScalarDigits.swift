internal import CFilKernels
internal import FilCore

/// Integers below the group order as short digits, for multiplication by way of endomorphisms.
///
/// The curve's parameter x is negative. On G1 the endomorphism phi multiplies by -x^2, on G2 psi multiplies by x; so an
/// integer in base x^2, or in base |x|, is a sum of short multiples of a point's images.
enum ScalarDigits {
  private static let parameter: [UInt64] = [curveParameter, 0]
  private static let parameterSquared: [UInt64] = {
    let (high, low) = curveParameter.multipliedFullWidth(by: curveParameter)
    return [low, high]
  }()

  /// The two digits in base x^2, of 128 bits each, the lowest first; words little-endian.
  static func base2(_ scalar: Bytes32) -> [[UInt64]] {
    let limbs = scalar.withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    let (quotient, remainder) = divide(limbs, by: parameterSquared)
    return [remainder, Array(quotient.prefix(2))]
  }

  /// The four digits in base |x|, of 64 bits each, the lowest first.
  static func base4(_ scalar: Bytes32) -> [UInt64] {
    base2(scalar).flatMap { digit in
      let (quotient, remainder) = divide(digit + [0, 0], by: parameter)
      return [remainder[0], quotient[0]]
    }
  }

  private static func divide(_ dividend: [UInt64], by divisor: [UInt64]) -> ([UInt64], [UInt64]) {
    var quotient = [UInt64](repeating: 0, count: 4)
    var remainder = [UInt64](repeating: 0, count: 2)
    fil_fp_divide(&quotient, &remainder, dividend, divisor)
    return (quotient, remainder)
  }
}
