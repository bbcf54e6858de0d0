internal import FilCore

/// A permutation of the numbers below a bound: three Feistel rounds over the next power of four, repeated while the
/// result is out of bounds. The round function is BLAKE2b.
public struct Feistel: Sendable {
  /// The bound.
  public let count: UInt64
  /// The four keys, of which three are used.
  public let keys: [UInt64]
  /// The number of bits of each half.
  public let halfBits: Int
  private let mask: UInt64

  /// A permutation of the numbers from 0 to `count - 1`.
  ///
  /// - Parameters:
  ///   - count: The bound, from 1 to 2^62.
  ///   - keys: At least three.
  public init(count: UInt64, keys: [UInt64]) {
    precondition(count >= 1 && count <= 1 << 62 && keys.count >= 3, "no permutation of \(count) numbers")
    self.count = count
    self.keys = keys
    halfBits = count == 1 ? 0 : (64 - (count - 1).leadingZeroBitCount + 1) / 2
    mask = 1 << UInt64(halfBits) - 1
  }

  /// Where the permutation takes a number.
  ///
  /// - Parameter index: Below ``count``.
  /// - Returns: A number below ``count``.
  public func permute(_ index: UInt64) -> UInt64 {
    precondition(index < count, "\(index) is not below \(count)")
    var value = index
    repeat { value = rounds(value) } while value >= count
    return value
  }

  private func rounds(_ index: UInt64) -> UInt64 {
    var (left, right) = (index >> UInt64(halfBits) & mask, index & mask)
    for key in keys[..<3] { (left, right) = (right, left ^ Self.round(right, key: key, mask: mask)) }
    return left << UInt64(halfBits) | right
  }

  /// The round function for every input, one list for each of the three keys: what a whole graph needs.
  func tables() -> [[UInt32]] {
    keys[..<3].map { key in (0...mask).map { UInt32(truncatingIfNeeded: Self.round($0, key: key, mask: mask)) } }
  }

  private static func round(_ right: UInt64, key: UInt64, mask: UInt64) -> UInt64 {
    let input = [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      raw.storeBytes(of: right.bigEndian, as: UInt64.self)
      raw.storeBytes(of: key.bigEndian, toByteOffset: 8, as: UInt64.self)
      count = 16
    }
    let digest = BLAKE2b.hash(input, count: 64)
    return digest.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } & mask
  }
}
