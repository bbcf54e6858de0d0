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
    // The second candidate, z u^2 x1, has the value of the first times (z u^2)^3.
    let (y, isFirst) = Field.rootOfEither(curveValue(x1), u: u)
    return isogeny.image(x: isFirst ? x1 : zu2 * x1, y: y.isOdd == u.isOdd ? y : -y)
  }

  private func curveValue(_ x: Field) -> Field { (x.squared() + a) * x + b }
}
