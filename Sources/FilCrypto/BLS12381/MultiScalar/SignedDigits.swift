internal import FilCore

/// Many 256-bit integers in base 2^width, with digits from 1 - 2^(width - 1) to 2^(width - 1).
struct SignedDigits: Sendable {
  /// The bits of a digit.
  let width: Int
  /// The number of digits of an integer.
  let windows: Int
  private let count: Int
  /// All lowest digits, then all second ones, and so on.
  private var digits: [Int16]

  /// The number of absolute values that a digit can have, zero aside.
  var buckets: Int { 1 << (width - 1) }

  /// The digits of the integers, of the width that makes their multi-scalar sum cheapest.
  init(_ scalars: [Bytes32]) {
    width = SignedDigits.bestWidth(for: scalars.count)
    windows = 256 / width + 1
    count = scalars.count
    digits = [Int16](repeating: 0, count: windows * count)
    for (index, scalar) in scalars.enumerated() { split(scalar, index) }
  }

  /// A digit of an integer.
  subscript(window: Int, index: Int) -> Int { Int(digits[window * count + index]) }

  /// For each window each point costs an addition, and each bucket two that take about three times as long.
  private static func bestWidth(for count: Int) -> Int {
    let costs = (2...15).map { width in (width, (256 / width + 1) * (count + 6 << (width - 1))) }
    return costs.min { $0.1 < $1.1 }?.0 ?? 2
  }

  private mutating func split(_ scalar: Bytes32, _ index: Int) {
    let words = scalar.withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    var carry = 0
    for window in 0..<windows {
      let digit = SignedDigits.bits(of: words, from: window * width, count: width) + carry
      carry = digit > buckets ? 1 : 0
      digits[window * count + index] = Int16(digit - carry << width)
    }
  }

  private static func bits(of words: [UInt64], from start: Int, count: Int) -> Int {
    guard start < 256 else { return 0 }
    let (word, shift) = (start / 64, UInt64(start % 64))
    var value = words[word] >> shift
    if shift > 0 && word < 3 { value |= words[word + 1] << (64 - shift) }
    return Int(value & (1 << UInt64(count) - 1))
  }
}
