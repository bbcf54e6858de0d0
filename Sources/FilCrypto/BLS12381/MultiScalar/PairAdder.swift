/// Sums of pairs of points in affine coordinates, with one inversion for many.
struct PairAdder<Field: CurveField> {
  /// A sum that waits for the inverse of its slope's denominator.
  private struct Pending {
    let left: AffinePoint<Field>
    let right: AffinePoint<Field>
    let target: Int
    let numerator: Field
    let denominator: Field
    /// The product of the denominators before this one.
    let product: Field
  }

  private var pending: [Pending] = []
  private var product = Field.one
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    pending.reserveCapacity(capacity)
  }

  /// Whether ``finish(_:)`` should be called before more is added.
  var isFull: Bool { pending.count >= capacity }

  /// Notes that the sum of two points goes to an index.
  mutating func add(_ left: AffinePoint<Field>, _ right: AffinePoint<Field>, to target: Int) {
    let (numerator, denominator) = PairAdder.slope(left, right)
    pending.append(
      Pending(
        left: left, right: right, target: target, numerator: numerator, denominator: denominator,
        product: product))
    product = product * denominator
  }

  /// Numerator and denominator of the line's slope; the denominator is one where there is no line.
  private static func slope(_ left: AffinePoint<Field>, _ right: AffinePoint<Field>) -> (Field, Field) {
    guard !left.isInfinity, !right.isInfinity else { return (.zero, .one) }
    let run = right.x - left.x
    if !run.isZero { return (right.y - left.y, run) }
    guard left.y == right.y else { return (.zero, .one) }
    // The curves have no point of order two, so y is not zero.
    let square = left.x.squared()
    return (square + square + square, left.y + left.y)
  }

  /// Writes all sums noted so far to their indices.
  mutating func finish(_ sums: inout [AffinePoint<Field>]) {
    var inverse = product.inverse()
    for item in pending.reversed() {
      sums[item.target] = PairAdder.sum(item, slope: item.numerator * (inverse * item.product))
      inverse = inverse * item.denominator
    }
    pending.removeAll(keepingCapacity: true)
    product = .one
  }

  private static func sum(_ item: Pending, slope: Field) -> AffinePoint<Field> {
    let (left, right) = (item.left, item.right)
    if left.isInfinity { return right }
    if right.isInfinity { return left }
    if left.x == right.x && left.y != right.y { return .infinity }
    let x = slope.squared() - left.x - right.x
    return AffinePoint(x: x, y: slope * (left.x - x) - left.y)
  }
}
