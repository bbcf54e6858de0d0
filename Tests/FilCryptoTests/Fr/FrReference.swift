import FilCore
import FilCrypto

/// The field in plain Swift, by schoolbook arithmetic on 32-bit digits: the twin that the kernels are held to.
struct FrReference: Equatable {
  /// Eight 32-bit digits, least significant first, below the prime.
  var digits: [UInt64]

  static let prime: [UInt64] = [
    0x0000_0001, 0xffff_ffff, 0xfffe_5bfe, 0x53bd_a402, 0x09a1_d805, 0x3339_d808, 0x299d_7d48, 0x73ed_a753,
  ]

  init(digits: [UInt64]) { self.digits = digits }

  init(_ value: Fr) {
    let bytes = value.littleEndian.bytes
    digits = (0..<8).map { i in (0..<4).reduce(0) { $0 | UInt64(bytes[4 * i + $1]) << (8 * $1) } }
  }

  static func + (left: FrReference, right: FrReference) -> FrReference {
    var carry: UInt64 = 0
    let sum = (0..<8).map { i in
      let digit = left.digits[i] + right.digits[i] + carry
      carry = digit >> 32
      return digit & 0xffff_ffff
    }
    return FrReference(digits: isBelowPrime(sum) ? sum : minusPrime(sum))
  }

  /// Doubles and adds over the bits of `right`.
  static func * (left: FrReference, right: FrReference) -> FrReference {
    var result = FrReference(digits: Array(repeating: 0, count: 8))
    for bit in (0..<256).reversed() {
      result = result + result
      if right.digits[bit / 32] >> UInt64(bit % 32) & 1 == 1 { result = result + left }
    }
    return result
  }

  private static func isBelowPrime(_ digits: [UInt64]) -> Bool {
    for i in (0..<8).reversed() where digits[i] != prime[i] { return digits[i] < prime[i] }
    return false
  }

  private static func minusPrime(_ digits: [UInt64]) -> [UInt64] {
    var borrow: UInt64 = 0
    return (0..<8).map { i in
      let difference = digits[i] &- prime[i] &- borrow
      borrow = difference >> 63
      return difference & 0xffff_ffff
    }
  }
}
