/// An integer of the IPLD data model in the range that DAG-CBOR has: -2^64 to 2^64 - 1.
public struct IPLDInteger: Hashable, Sendable {
  /// Whether the integer is below 0.
  public let isNegative: Bool
  /// The integer, or -1 minus it if it is below 0.
  let argument: UInt64

  /// An integer of 0 or more.
  public init(_ value: UInt64) {
    isNegative = false
    argument = value
  }

  /// The negative integer -1 - `complement`.
  public init(negativeComplement complement: UInt64) {
    isNegative = true
    argument = complement
  }

  /// An integer of any type; `nil` if it is out of the range.
  public init?(exactly value: some BinaryInteger) {
    guard let argument = UInt64(exactly: value < 0 ? ~value : value) else { return nil }
    isNegative = value < 0
    self.argument = argument
  }

  /// The integer.
  public var value: Int128 { isNegative ? ~Int128(argument) : Int128(argument) }
}

extension IPLDInteger: Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: IPLDInteger, right: IPLDInteger) -> Bool { left.value < right.value }
}

extension IPLDInteger: ExpressibleByIntegerLiteral {
  /// An integer that a literal names; the compiler refuses one that has more than 64 bits with its sign.
  public init(integerLiteral value: Int64) {
    isNegative = value < 0
    argument = UInt64(bitPattern: value < 0 ? ~value : value)
  }
}

extension IPLDInteger: CustomStringConvertible {
  /// The decimal digits.
  public var description: String { value.description }
}
