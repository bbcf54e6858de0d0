/// An integer of any size.
///
/// Values that fit 128 bits take no heap memory and are computed with directly; larger ones keep their magnitude as
/// words, the least significant first.
public struct BigInt: Sendable {
  enum Storage: Hashable, Sendable {
    /// A value that fits.
    case small(Int128)
    /// A value that does not; the last word is not zero.
    case large(isNegative: Bool, magnitude: [UInt64])
  }

  let storage: Storage

  /// Zero.
  public static let zero = BigInt(0)
  /// One.
  public static let one = BigInt(1)

  /// The value of an integer of fixed width.
  public init(_ value: some BinaryInteger) {
    if let small = Int128(exactly: value) {
      self.init(small: small)
    } else {
      self.init(isNegative: value < 0, magnitude: value.magnitude.words.map { UInt64($0) })
    }
  }

  /// A small value, without a search for the right form.
  public init(small value: Int128) {
    storage = .small(value)
  }

  /// The value with a sign and a magnitude, whose leading words may be zero.
  init(isNegative: Bool, magnitude: [UInt64]) {
    let words = Magnitude.trimmed(magnitude)
    if let small = BigInt.small(isNegative, words) {
      storage = .small(small)
    } else {
      storage = .large(isNegative: isNegative, magnitude: words)
    }
  }

  /// The value with a sign and a magnitude.
  init(isNegative: Bool, magnitude: UInt128) {
    if let small = BigInt.small(isNegative, magnitude) {
      storage = .small(small)
    } else {
      let words = [UInt64(truncatingIfNeeded: magnitude), UInt64(magnitude >> 64)]
      storage = .large(isNegative: isNegative, magnitude: words)
    }
  }

  private static func small(_ isNegative: Bool, _ words: [UInt64]) -> Int128? {
    guard words.count <= 2 else { return nil }
    let low = words.isEmpty ? 0 : words[0]
    let high = words.count == 2 ? words[1] : 0
    return small(isNegative, UInt128(high) << 64 | UInt128(low))
  }

  private static func small(_ isNegative: Bool, _ magnitude: UInt128) -> Int128? {
    if isNegative { return magnitude <= UInt128(1) << 127 ? Int128(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int128(exactly: magnitude)
  }

  /// The absolute value as words, the least significant first, without leading zeros.
  var magnitudeWords: [UInt64] {
    switch storage {
    case .small(let value):
      let magnitude = value.magnitude
      return Magnitude.trimmed([UInt64(truncatingIfNeeded: magnitude), UInt64(magnitude >> 64)])
    case .large(_, let words): return words
    }
  }

  /// Whether the value is below zero.
  public var isNegative: Bool {
    switch storage {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  /// Whether the value is zero.
  public var isZero: Bool { storage == .small(0) }

  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The absolute value.
  public var magnitude: BigInt { isNegative ? -self : self }

  /// The number of bits of the absolute value, without leading zeros.
  public var bitWidth: Int {
    let words = magnitudeWords
    guard let last = words.last else { return 0 }
    return words.count * 64 - last.leadingZeroBitCount
  }
}

extension BigInt: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: BigInt, right: BigInt) -> Bool { left.storage == right.storage }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(storage) }
}

extension BigInt: Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: BigInt, right: BigInt) -> Bool {
    if case .small(let a) = left.storage, case .small(let b) = right.storage { return a < b }
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let order = Magnitude.compare(left.magnitudeWords, right.magnitudeWords)
    return left.isNegative ? order > 0 : order < 0
  }
}

extension BigInt: ExpressibleByIntegerLiteral {
  /// The value of a literal of any size.
  public init(integerLiteral value: StaticBigInt) {
    let wordCount = (value.bitWidth + 63) / 64
    let words = (0..<wordCount).map { UInt64(value[$0]) }
    // The literal is in two's complement: a negative one's magnitude is its complement plus one.
    let magnitude = value.signum() < 0 ? Magnitude.add(Magnitude.trimmed(words.map { ~$0 }), [1]) : words
    self.init(isNegative: value.signum() < 0, magnitude: magnitude)
  }
}

extension Int64 {
  /// The value if it fits 64 bits with a sign.
  public init?(_ value: BigInt) {
    guard case .small(let small) = value.storage, let fitting = Int64(exactly: small) else { return nil }
    self = fitting
  }
}

extension UInt64 {
  /// The value if it fits 64 bits.
  public init?(_ value: BigInt) {
    guard case .small(let small) = value.storage, let fitting = UInt64(exactly: small) else { return nil }
    self = fitting
  }
}
