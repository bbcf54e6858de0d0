/// A map between curves by rational functions, x' = xNumerator(x) / xDenominator(x) and
/// y' = y yNumerator(x) / yDenominator(x), coefficients from the constant upwards.
struct Isogeny<Field: CurveField>: Sendable {
  let xNumerator: [Field]
  let xDenominator: [Field]
  let yNumerator: [Field]
  let yDenominator: [Field]

  /// The image of a point; infinity where a denominator vanishes.
  func image(x: Field, y: Field) -> ProjectivePoint<Field> {
    let xBottom = evaluate(xDenominator, at: x)
    let yBottom = evaluate(yDenominator, at: x)
    let bottom = xBottom * yBottom
    guard !bottom.isZero else { return .infinity }
    return ProjectivePoint(
      x: evaluate(xNumerator, at: x) * yBottom, y: y * evaluate(yNumerator, at: x) * xBottom, z: bottom)
  }

  private func evaluate(_ coefficients: [Field], at x: Field) -> Field {
    coefficients.reversed().reduce(.zero) { $0 * x + $1 }
  }
}
