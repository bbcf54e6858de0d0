/// Arithmetic on non-negative integers as words, the least significant first, without leading zeros.
enum Magnitude {
  static func trimmed(_ words: [UInt64]) -> [UInt64] {
    guard words.last == 0 else { return words }
    guard let last = words.lastIndex(where: { $0 != 0 }) else { return [] }
    return Array(words[...last])
  }

  /// Below, at or above zero as `a` is less than, equal to or greater than `b`.
  static func compare(_ a: [UInt64], _ b: [UInt64]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
    return 0
  }

  static func add(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    var sum = long
    var carry: UInt64 = 0
    for index in sum.indices {
      guard index < short.count || carry != 0 else { break }
      let (first, over) = sum[index].addingReportingOverflow(index < short.count ? short[index] : 0)
      let (second, overToo) = first.addingReportingOverflow(carry)
      sum[index] = second
      carry = (over ? 1 : 0) + (overToo ? 1 : 0)
    }
    if carry != 0 { sum.append(carry) }
    return sum
  }

  /// `a` - `b`, which must not be negative.
  static func subtract(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var difference = a
    var borrow: UInt64 = 0
    for index in difference.indices {
      guard index < b.count || borrow != 0 else { break }
      let (first, under) = difference[index].subtractingReportingOverflow(index < b.count ? b[index] : 0)
      let (second, underToo) = first.subtractingReportingOverflow(borrow)
      difference[index] = second
      borrow = (under ? 1 : 0) + (underToo ? 1 : 0)
    }
    return trimmed(difference)
  }

  static func multiply(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    var product = [UInt64](repeating: 0, count: a.count + b.count)
    for (i, x) in a.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.enumerated() {
        let sum = UInt128(x) * UInt128(y) + UInt128(product[i + j]) + UInt128(carry)
        product[i + j] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(sum >> 64)
      }
      product[i + b.count] = carry
    }
    return trimmed(product)
  }

  static func shiftLeft(_ a: [UInt64], _ count: Int) -> [UInt64] {
    guard !a.isEmpty else { return [] }
    let (words, bits) = (count / 64, UInt64(count % 64))
    var shifted = [UInt64](repeating: 0, count: words)
    guard bits > 0 else { return shifted + a }
    var carry: UInt64 = 0
    for word in a {
      shifted.append(word << bits | carry)
      carry = word >> (64 - bits)
    }
    shifted.append(carry)
    return trimmed(shifted)
  }

  /// The bits above the lowest `count`.
  static func shiftRight(_ a: [UInt64], _ count: Int) -> [UInt64] {
    let (words, bits) = (count / 64, UInt64(count % 64))
    guard words < a.count else { return [] }
    var shifted = Array(a[words...])
    guard bits > 0 else { return shifted }
    for index in shifted.indices {
      let above = index + 1 < shifted.count ? shifted[index + 1] << (64 - bits) : 0
      shifted[index] = shifted[index] >> bits | above
    }
    return trimmed(shifted)
  }

  /// Whether any of the lowest `count` bits is set.
  static func hasBits(_ a: [UInt64], below count: Int) -> Bool {
    let (words, bits) = (count / 64, UInt64(count % 64))
    if a.prefix(words).contains(where: { $0 != 0 }) { return true }
    return words < a.count && a[words] & (1 << bits - 1) != 0
  }

  static func divide(_ a: [UInt64], byWord divisor: UInt64) -> (quotient: [UInt64], remainder: UInt64) {
    var quotient = a
    var remainder: UInt64 = 0
    for index in a.indices.reversed() {
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, a[index]))
    }
    return (trimmed(quotient), remainder)
  }

  /// Quotient and remainder; `b` must not be zero. Knuth, The Art of Computer Programming, 4.3.1, algorithm D.
  static func divide(_ a: [UInt64], by b: [UInt64]) -> (quotient: [UInt64], remainder: [UInt64]) {
    precondition(!b.isEmpty, "division by zero")
    if compare(a, b) < 0 { return ([], a) }
    if b.count == 1 {
      let (quotient, remainder) = divide(a, byWord: b[0])
      return (quotient, trimmed([remainder]))
    }
    let shift = b[b.count - 1].leadingZeroBitCount
    let divisor = shiftLeft(b, shift)
    var rest = shiftLeft(a, shift)
    rest.append(contentsOf: [UInt64](repeating: 0, count: a.count + 1 - rest.count))
    var quotient = [UInt64](repeating: 0, count: a.count - b.count + 1)
    for position in quotient.indices.reversed() {
      quotient[position] = quotientDigit(&rest, at: position, divisor)
    }
    return (trimmed(quotient), shiftRight(trimmed(rest), shift))
  }

  /// One digit of the quotient; takes its multiple of the divisor off `rest`.
  private static func quotientDigit(_ rest: inout [UInt64], at position: Int, _ divisor: [UInt64]) -> UInt64 {
    let count = divisor.count
    var digit = estimate(rest, at: position + count, divisor)
    if subtractMultiple(of: divisor, times: digit, from: &rest, at: position) {
      digit -= 1
      var carry: UInt64 = 0
      for index in divisor.indices {
        let sum = UInt128(rest[position + index]) + UInt128(divisor[index]) + UInt128(carry)
        rest[position + index] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(sum >> 64)
      }
      rest[position + count] = rest[position + count] &+ carry
    }
    return digit
  }

  /// The digit from the leading words: right, or one too great.
  private static func estimate(_ rest: [UInt64], at top: Int, _ divisor: [UInt64]) -> UInt64 {
    let first = divisor[divisor.count - 1]
    let second = divisor[divisor.count - 2]
    if rest[top] >= first { return .max }
    var (digit, remainder) = first.dividingFullWidth((rest[top], rest[top - 1]))
    while UInt128(digit) * UInt128(second) > UInt128(remainder) << 64 | UInt128(rest[top - 2]) {
      digit -= 1
      let (sum, over) = remainder.addingReportingOverflow(first)
      if over { break }
      remainder = sum
    }
    return digit
  }

  /// Whether the result would be negative; it then stands as a complement.
  private static func subtractMultiple(
    of divisor: [UInt64], times digit: UInt64, from rest: inout [UInt64], at position: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for index in divisor.indices {
      let product = UInt128(divisor[index]) * UInt128(digit) + UInt128(carry)
      carry = UInt64(product >> 64)
      let (first, under) = rest[position + index].subtractingReportingOverflow(UInt64(truncatingIfNeeded: product))
      let (second, underToo) = first.subtractingReportingOverflow(borrow)
      rest[position + index] = second
      borrow = (under ? 1 : 0) + (underToo ? 1 : 0)
    }
    let top = position + divisor.count
    let (first, under) = rest[top].subtractingReportingOverflow(carry)
    let (second, underToo) = first.subtractingReportingOverflow(borrow)
    rest[top] = second
    return under || underToo
  }
}
