internal import CFilKernels

extension Fr {
  /// The sum.
  public static func + (left: Fr, right: Fr) -> Fr {
    var result = left
    result += right
    return result
  }

  /// The difference.
  public static func - (left: Fr, right: Fr) -> Fr {
    var result = left
    result -= right
    return result
  }

  /// The product.
  public static func * (left: Fr, right: Fr) -> Fr {
    var result = left
    result *= right
    return result
  }

  /// The additive inverse.
  public static prefix func - (value: Fr) -> Fr { zero - value }

  /// Adds in place.
  public static func += (left: inout Fr, right: Fr) {
    right.withWords { other in left.withMutableWords { fil_fr_add($0, $0, other) } }
  }

  /// Subtracts in place.
  public static func -= (left: inout Fr, right: Fr) {
    right.withWords { other in left.withMutableWords { fil_fr_sub($0, $0, other) } }
  }

  /// Multiplies in place.
  public static func *= (left: inout Fr, right: Fr) {
    right.withWords { other in left.withMutableWords { fil_fr_mul($0, $0, other) } }
  }

  /// The product of the element with itself.
  public func squared() -> Fr { self * self }

  /// The element raised to a small power; anything to the power of zero is one.
  public func pow(_ exponent: UInt64) -> Fr { pow((exponent, 0, 0, 0)) }

  /// The element raised to a power of four words, least significant first. Takes time that depends on the exponent.
  public func pow(_ exponent: (UInt64, UInt64, UInt64, UInt64)) -> Fr {
    let power = Fr(montgomery: exponent)  // Only carries the words to the kernel.
    var result = self
    power.withWords { words in result.withMutableWords { fil_fr_pow($0, $0, words) } }
    return result
  }

  /// The multiplicative inverse; `nil` for zero.
  public func inverse() -> Fr? {
    guard !isZero else { return nil }
    var result = self
    result.withMutableWords { fil_fr_inverse($0, $0) }
    return result
  }
}
