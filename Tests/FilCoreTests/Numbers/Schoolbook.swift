import FilCore

/// Integers as they are computed with on paper: a sign and digits in base 256, the least significant first.
struct Schoolbook: Equatable {
  var isNegative: Bool
  var digits: [UInt8]

  init(isNegative: Bool, digits: [UInt8]) {
    self.digits = Array(digits.reversed().drop { $0 == 0 }.reversed())
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  /// The same number as `value`, read from its bytes.
  init(_ value: BigInt) {
    self.init(isNegative: value.isNegative, digits: value.magnitudeBytes.reversed())
  }

  /// The same number in the type under test.
  var bigInt: BigInt { BigInt(isNegative: isNegative, magnitudeBytes: digits.reversed()) }

  private static func isBelow(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count ? a.reversed().lexicographicallyPrecedes(b.reversed()) : a.count < b.count
  }

  static func + (a: Schoolbook, b: Schoolbook) -> Schoolbook {
    if a.isNegative == b.isNegative {
      var (sum, carry) = ([UInt8](), 0)
      for index in 0..<max(a.digits.count, b.digits.count) + 1 {
        carry += Int(index < a.digits.count ? a.digits[index] : 0) + Int(index < b.digits.count ? b.digits[index] : 0)
        sum.append(UInt8(carry & 255))
        carry >>= 8
      }
      return Schoolbook(isNegative: a.isNegative, digits: sum)
    }
    let (large, small) = isBelow(a.digits, b.digits) ? (b, a) : (a, b)
    var (difference, borrow) = ([UInt8](), 0)
    for index in large.digits.indices {
      borrow += Int(large.digits[index]) - Int(index < small.digits.count ? small.digits[index] : 0)
      difference.append(UInt8(borrow & 255))
      borrow >>= 8
    }
    return Schoolbook(isNegative: large.isNegative, digits: difference)
  }

  static prefix func - (a: Schoolbook) -> Schoolbook { Schoolbook(isNegative: !a.isNegative, digits: a.digits) }

  static func * (a: Schoolbook, b: Schoolbook) -> Schoolbook {
    var product = [Int](repeating: 0, count: a.digits.count + b.digits.count + 1)
    for (i, left) in a.digits.enumerated() {
      for (j, right) in b.digits.enumerated() { product[i + j] += Int(left) * Int(right) }
    }
    var carry = 0
    let digits = product.map { column in
      carry += column
      defer { carry >>= 8 }
      return UInt8(carry & 255)
    }
    return Schoolbook(isNegative: a.isNegative != b.isNegative, digits: digits)
  }

  /// Quotient and remainder rounded towards zero, a bit at a time.
  func divided(by divisor: Schoolbook) -> (quotient: Schoolbook, remainder: Schoolbook) {
    var rest = Schoolbook(isNegative: false, digits: [])
    let positive = Schoolbook(isNegative: false, digits: divisor.digits)
    var quotient = [UInt8](repeating: 0, count: digits.count)
    for bit in (0..<digits.count * 8).reversed() {
      rest = rest + rest + Schoolbook(isNegative: false, digits: [digits[bit / 8] >> UInt8(bit % 8) & 1])
      if !Schoolbook.isBelow(rest.digits, positive.digits) {
        rest = rest + -positive
        quotient[bit / 8] |= 1 << UInt8(bit % 8)
      }
    }
    return (
      Schoolbook(isNegative: isNegative != divisor.isNegative, digits: quotient),
      Schoolbook(isNegative: isNegative, digits: rest.digits)
    )
  }
}
