/// What an operation costs; computation and all else are told apart, as in execution traces.
public struct GasCharge: Hashable, Sendable {
  /// The operation, as execution traces name it.
  public let name: String
  /// What its computation costs.
  public let compute: Gas
  /// What it costs beside: storage and input.
  public let other: Gas

  /// A charge.
  public init(_ name: String, compute: Gas = .zero, other: Gas = .zero) {
    self.name = name
    self.compute = compute
    self.other = other
  }

  /// All of it.
  public var total: Gas { compute + other }
}
