/// A cost that grows with a number of units: bytes, sectors, epochs or entries.
public struct GasCost: Hashable, Sendable {
  /// What it costs in any case.
  public let flat: Gas
  /// What each unit costs.
  public let perUnit: Gas

  /// A cost in milligas.
  public init(flat: UInt64 = 0, perUnit: UInt64 = 0) {
    self.flat = Gas(milligas: flat)
    self.perUnit = Gas(milligas: perUnit)
  }

  /// The cost for a number of units.
  public func callAsFunction(_ units: Int) -> Gas { flat + perUnit * units }
}
