/// An amount of gas, exact to a thousandth; sums and products stop at the largest amount.
public struct Gas: Hashable, Sendable {
  /// The amount in milligas: thousandths of a unit of gas.
  public let milligas: UInt64

  /// An amount in milligas.
  public init(milligas: UInt64) {
    self.milligas = milligas
  }

  /// An amount in whole units; negative ones count as none.
  public init(units: Int64) {
    self.init(milligas: UInt64(max(0, units))) { $0.multipliedReportingOverflow(by: 1_000) }
  }

  private init(milligas: UInt64, _ change: (UInt64) -> (partialValue: UInt64, overflow: Bool)) {
    let result = change(milligas)
    self.milligas = result.overflow ? .max : result.partialValue
  }

  /// No gas.
  public static let zero = Gas(milligas: 0)

  /// The amount in whole units, rounded up.
  public var roundedUp: Int64 { Int64(milligas / 1_000) + (milligas % 1_000 == 0 ? 0 : 1) }
}

extension Gas: Comparable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: Gas, right: Gas) -> Bool { left.milligas < right.milligas }

  /// The sum, at most the largest amount.
  public static func + (left: Gas, right: Gas) -> Gas {
    Gas(milligas: left.milligas) { $0.addingReportingOverflow(right.milligas) }
  }

  /// The difference, at least none.
  public static func - (left: Gas, right: Gas) -> Gas {
    Gas(milligas: left.milligas - min(left.milligas, right.milligas))
  }

  /// The product, at most the largest amount; negative factors count as none.
  public static func * (gas: Gas, count: Int) -> Gas {
    Gas(milligas: gas.milligas) { $0.multipliedReportingOverflow(by: UInt64(max(0, count))) }
  }

  /// The amount in milligas, with its unit.
  public var description: String { "\(milligas) milligas" }
}
