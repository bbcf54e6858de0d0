extension BigInt {
  /// The sum.
  public static func + (left: BigInt, right: BigInt) -> BigInt {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return BigInt(small: sum) }
    }
    let (a, b) = (left.magnitudeWords, right.magnitudeWords)
    if left.isNegative == right.isNegative {
      return BigInt(isNegative: left.isNegative, magnitude: Magnitude.add(a, b))
    }
    let order = Magnitude.compare(a, b)
    return order >= 0
      ? BigInt(isNegative: left.isNegative, magnitude: Magnitude.subtract(a, b))
      : BigInt(isNegative: right.isNegative, magnitude: Magnitude.subtract(b, a))
  }

  /// The negative value.
  public static prefix func - (value: BigInt) -> BigInt {
    if case .small(let small) = value.storage, small != .min { return BigInt(small: -small) }
    return BigInt(isNegative: !value.isNegative, magnitude: value.magnitudeWords)
  }

  /// The difference.
  public static func - (left: BigInt, right: BigInt) -> BigInt {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return BigInt(small: difference) }
    }
    return left + -right
  }

  /// The product.
  public static func * (left: BigInt, right: BigInt) -> BigInt {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return BigInt(small: product) }
    }
    return BigInt(
      isNegative: left.isNegative != right.isNegative,
      magnitude: Magnitude.multiply(left.magnitudeWords, right.magnitudeWords))
  }

  /// Quotient rounded towards zero, and the remainder with the sign of the dividend.
  ///
  /// The divisor must not be zero.
  public func quotientAndRemainder(dividingBy divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let a) = storage, case .small(let b) = divisor.storage, !(a == .min && b == -1) {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      return (BigInt(small: quotient), BigInt(small: remainder))
    }
    let (quotient, remainder) = Magnitude.divide(magnitudeWords, by: divisor.magnitudeWords)
    return (
      BigInt(isNegative: isNegative != divisor.isNegative, magnitude: quotient),
      BigInt(isNegative: isNegative, magnitude: remainder)
    )
  }

  /// The quotient rounded towards zero; the divisor must not be zero.
  public static func / (left: BigInt, right: BigInt) -> BigInt {
    left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// The remainder with the sign of the dividend; the divisor must not be zero.
  public static func % (left: BigInt, right: BigInt) -> BigInt {
    left.quotientAndRemainder(dividingBy: right).remainder
  }

  /// The quotient rounded towards minus infinity; the divisor must not be zero.
  public func dividedRoundingDown(by divisor: BigInt) -> BigInt {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return !remainder.isZero && remainder.isNegative != divisor.isNegative ? quotient - 1 : quotient
  }

  /// The quotient rounded towards plus infinity; the divisor must not be zero.
  public func dividedRoundingUp(by divisor: BigInt) -> BigInt {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return !remainder.isZero && remainder.isNegative == divisor.isNegative ? quotient + 1 : quotient
  }

  /// The value times 2 to the power of `count`, which must not be negative.
  public static func << (value: BigInt, count: Int) -> BigInt {
    precondition(count >= 0, "negative shift")
    if case .small(let small) = value.storage, count < 127 {
      let shifted = small << Int128(count)
      if shifted >> Int128(count) == small { return BigInt(small: shifted) }
    }
    return BigInt(isNegative: value.isNegative, magnitude: Magnitude.shiftLeft(value.magnitudeWords, count))
  }

  /// The value divided by 2 to the power of `count`, rounded towards minus infinity; `count` must not be negative.
  public static func >> (value: BigInt, count: Int) -> BigInt {
    precondition(count >= 0, "negative shift")
    if case .small(let small) = value.storage { return BigInt(small: small >> Int128(min(count, 127))) }
    let words = value.magnitudeWords
    let shifted = BigInt(isNegative: value.isNegative, magnitude: Magnitude.shiftRight(words, count))
    return value.isNegative && Magnitude.hasBits(words, below: count) ? shifted - 1 : shifted
  }

  /// Adds in place.
  public static func += (left: inout BigInt, right: BigInt) { left = left + right }
  /// Subtracts in place.
  public static func -= (left: inout BigInt, right: BigInt) { left = left - right }
  /// Multiplies in place.
  public static func *= (left: inout BigInt, right: BigInt) { left = left * right }
  /// Divides in place, rounding towards zero; the divisor must not be zero.
  public static func /= (left: inout BigInt, right: BigInt) { left = left / right }
}
