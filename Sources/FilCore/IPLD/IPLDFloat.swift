/// A float of the IPLD data model: 64 bits, and neither infinite nor no number, which DAG-CBOR and DAG-JSON forbid.
///
/// Two are equal when their bits are: zero and negative zero differ.
public struct IPLDFloat: Sendable {
  /// The float.
  public let value: Double

  /// A finite float; `nil` for any other.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.value = value
  }
}

extension IPLDFloat: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: IPLDFloat, right: IPLDFloat) -> Bool {
    left.value.bitPattern == right.value.bitPattern
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(value.bitPattern) }
}

extension IPLDFloat: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A float that a literal names, which must be finite.
  public init(floatLiteral value: Double) {
    precondition(value.isFinite, "IPLD has finite floats only")
    self.value = value
  }

  /// A whole float that a literal names.
  public init(integerLiteral value: Int64) {
    self.value = Double(value)
  }
}

extension IPLDFloat: CustomStringConvertible {
  /// The decimal digits.
  public var description: String { value.description }
}
