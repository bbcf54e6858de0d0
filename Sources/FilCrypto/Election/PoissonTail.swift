package import FilCore

/// The probabilities that a Poisson variable is above 0, 1, 2 and so on, one after the other.
package struct PoissonTail: Sequence, IteratorProtocol {
  private let rate: BigInt
  private var mass: BigInt
  private var tail: BigInt
  private var count: Int64 = 0

  /// The tail of a variable with this expected value, as ``FixedPoint``.
  package init(rate: BigInt) {
    self.rate = rate
    mass = FixedPoint.exponentialOfNegative(rate)
    tail = FixedPoint.one - mass
  }

  /// The next probability; there is always one.
  package mutating func next() -> BigInt? {
    defer { advance() }
    return tail
  }

  private mutating func advance() {
    count += 1
    mass = FixedPoint.multiply(mass.dividedRoundingDown(by: BigInt(count)), rate)
    tail -= mass
  }
}
