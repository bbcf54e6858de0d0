/// The simplified map of Shallue, van de Woestijne and Ulas: from field elements to a curve with a and b not zero, and
/// by an isogeny to one of the curves of BLS12-381 (RFC 9380, sections 6.6.2 and 6.6.3).
struct SimplifiedSWU<Field: CurveField>: Sendable {
  let a: Field
  let b: Field
  let z: Field
  let isogeny: Isogeny<Field>
  /// -b / a, the x of most inputs before scaling.
  private let base: Field
  /// b / (z a), the x of the inputs at which the general formula divides by zero.
  private let exceptional: Field

  init(a: Field, b: Field, z: Field, isogeny: Isogeny<Field>) {
    self.a = a
    self.b = b
    self.z = z
    self.isogeny = isogeny
    base = -b * a.inverse()
    exceptional = b * (z * a).inverse()
  }

  /// The point that `u` maps to, not yet in the subgroup.
  func point(for u: Field) -> ProjectivePoint<Field> {
    let zu2 = z * u.squared()
    let inverse = (zu2.squared() + zu2).inverse()
    let x1 = inverse.isZero ? exceptional : base * (Field.one + inverse)
    let (x, y) = pointOnIsogenousCurve(x1, or: zu2 * x1)
    return isogeny.image(x: x, y: y.isOdd == u.isOdd ? y : -y)
  }

  /// The first of the two x that is on the curve: one always is.
  private func pointOnIsogenousCurve(_ first: Field, or second: Field) -> (Field, Field) {
    if let y = curveValue(first).squareRoot() { return (first, y) }
    guard let y = curveValue(second).squareRoot() else {
      preconditionFailure("one of the two candidates is on the curve")
    }
    return (second, y)
  }

  private func curveValue(_ x: Field) -> Field { (x.squared() + a) * x + b }
}
