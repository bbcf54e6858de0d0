/// The product of the Miller functions of several pairs, before the final exponentiation.
///
/// All pairs share one run of squarings. Pairs with a point at infinity count as one.
func millerLoop(_ pairs: [(AffinePoint<Fp>, G2Lines)]) -> Fp12 {
  let pairs = pairs.filter { !$0.0.isInfinity && !$0.1.lines.isEmpty }
  guard !pairs.isEmpty else { return .one }
  var result = Fp12.one
  var step = 0
  for bit in (0..<63).reversed() {
    if bit != 62 { result = result.squared() }
    result = multiply(result, byLines: step, of: pairs)
    step += 1
    if curveParameter >> UInt64(bit) & 1 == 1 {
      result = multiply(result, byLines: step, of: pairs)
      step += 1
    }
  }
  return result.conjugate
}

private func multiply(_ value: Fp12, byLines step: Int, of pairs: [(AffinePoint<Fp>, G2Lines)]) -> Fp12 {
  var result = value
  for (point, lines) in pairs {
    let line = lines.lines[step]
    result = result.times(line: line.c0, line.c1 * point.x, line.c4 * point.y)
  }
  return result
}
