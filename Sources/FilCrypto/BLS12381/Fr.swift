internal import CFilKernels
public import FilCore

/// An element of the scalar field of BLS12-381: an integer modulo the prime
/// 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001.
///
/// The value is kept in Montgomery form, always reduced, so that equal elements have equal words. Arithmetic takes the
/// same time for all values, except ``pow(_:)-(UInt64)`` in its exponent.
public struct Fr: Sendable {
  /// The value times 2^256 modulo the prime, least significant word first.
  package var words: (UInt64, UInt64, UInt64, UInt64)

  /// The additive identity.
  public static let zero = Fr(montgomery: (0, 0, 0, 0))

  /// The multiplicative identity.
  public static let one = Fr(
    montgomery: (0x0000_0001_ffff_fffe, 0x5884_b7fa_0003_4802, 0x998c_4fef_ecbc_4ff5, 0x1824_b159_acc5_056f))

  /// The number of bytes of an encoded element.
  public static let byteCount = 32

  /// An element from words that are in Montgomery form already and below the prime.
  package init(montgomery words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// The element that a small integer stands for.
  public init(_ value: UInt64) {
    let bytes = Bytes32 { $0.storeBytes(of: value.littleEndian, as: UInt64.self) }
    self = Fr(littleEndian: bytes) ?? .zero  // Every 64-bit value is below the prime.
  }

  /// Reads the canonical encoding, least significant byte first; `nil` if the value is not below the prime.
  public init?(littleEndian bytes: Bytes32) {
    self = .zero
    let canonical = bytes.withUnsafeBytes { source in
      withMutableWords { fil_fr_from_bytes($0, source.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
    }
    guard canonical == 1 else { return nil }
  }

  /// The canonical encoding, least significant byte first.
  public var littleEndian: Bytes32 {
    Bytes32 { target in
      withWords { fil_fr_to_bytes(target.baseAddress?.assumingMemoryBound(to: UInt8.self), $0) }
    }
  }

  /// Whether this is the additive identity.
  public var isZero: Bool { words == (0, 0, 0, 0) }

  /// Calls `body` with the four words in Montgomery form.
  package func withWords<R>(_ body: (UnsafePointer<UInt64>?) -> R) -> R {
    var copy = words
    return Swift.withUnsafeBytes(of: &copy) { body($0.baseAddress?.assumingMemoryBound(to: UInt64.self)) }
  }

  /// Calls `body` with the four words in Montgomery form, for writing reduced values.
  package mutating func withMutableWords<R>(_ body: (UnsafeMutablePointer<UInt64>?) -> R) -> R {
    Swift.withUnsafeMutableBytes(of: &words) { body($0.baseAddress?.assumingMemoryBound(to: UInt64.self)) }
  }
}

extension Fr: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: Fr, right: Fr) -> Bool {
    left.words == right.words
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Fr: CustomStringConvertible {
  /// The value in hexadecimal, most significant digit first.
  public var description: String { "0x" + littleEndian.bytes.reversed().hex }
}
