/// The absolute value of the curve's parameter, which is negative.
let curveParameter: UInt64 = 0xd201_0000_0001_0000

extension Fp12 {
  /// The square of an element of the cyclotomic subgroup (Granger and Scott).
  func cyclotomicSquared() -> Fp12 {
    let (a0, a1) = squareInQuartic(c0.c0, c1.c1)
    let (b0, b1) = squareInQuartic(c1.c0, c0.c2)
    let (d0, d1) = squareInQuartic(c0.c1, c1.c2)
    return Fp12(
      Fp6(tripleMinusDouble(a0, c0.c0), tripleMinusDouble(b0, c0.c1), tripleMinusDouble(d0, c0.c2)),
      Fp6(
        triplePlusDouble(d1.timesNonResidue(), c1.c0), triplePlusDouble(a1, c1.c1),
        triplePlusDouble(b1, c1.c2)))
  }

  /// An element of the cyclotomic subgroup to the power of the curve's parameter.
  func raisedToParameter() -> Fp12 {
    var result = self
    for bit in (0..<63).reversed() {
      result = result.cyclotomicSquared()
      if curveParameter >> UInt64(bit) & 1 == 1 { result = result * self }
    }
    return result.conjugate
  }
}

/// (a + b s)^2 with s^2 = 1 + u.
private func squareInQuartic(_ a: Fp2, _ b: Fp2) -> (Fp2, Fp2) {
  let aSquared = a.squared()
  let bSquared = b.squared()
  return (aSquared + bSquared.timesNonResidue(), (a + b).squared() - aSquared - bSquared)
}

private func tripleMinusDouble(_ a: Fp2, _ b: Fp2) -> Fp2 {
  let difference = a - b
  return difference + difference + a
}

private func triplePlusDouble(_ a: Fp2, _ b: Fp2) -> Fp2 {
  let sum = a + b
  return sum + sum + a
}
