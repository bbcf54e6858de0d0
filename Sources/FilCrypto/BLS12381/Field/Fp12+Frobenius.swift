extension Fp12 {
  /// (1 + u)^(k (p - 1) / 6): what the Frobenius map multiplies the coefficient of w^k by.
  private static let frobeniusFactors: [Fp2] = {
    let first = Fp2(
      0x1904d3bf02bb0667c231beb4202c0d1f0fd603fd3cbd5f4f7b2443d784bab9c4f67ea53d63e7813d8d0775ed92235fb8,
      0xfc3e2b36c4e03288e9e902231f9fb854a14787b6c7b36fec0c8ec971f63c5f282d5ac14d6c7ec22cf78a126ddc4af3)
    return (1..<6).reduce(into: [Fp2.one]) { powers, _ in powers.append(powers[powers.count - 1] * first) }
  }()

  /// (1 + u)^(k (p^2 - 1) / 6), which lies in ``Fp``.
  private static let doubleFrobeniusFactors: [Fp] = frobeniusFactors.map { ($0 * $0.conjugate).c0 }

  /// The p-th power.
  func frobenius() -> Fp12 {
    let f = Fp12.frobeniusFactors
    return Fp12(
      Fp6(c0.c0.conjugate, c0.c1.conjugate * f[2], c0.c2.conjugate * f[4]),
      Fp6(c1.c0.conjugate * f[1], c1.c1.conjugate * f[3], c1.c2.conjugate * f[5]))
  }

  /// The p^2-th power.
  func doubleFrobenius() -> Fp12 {
    let f = Fp12.doubleFrobeniusFactors
    return Fp12(
      Fp6(c0.c0, c0.c1 * f[2], c0.c2 * f[4]),
      Fp6(c1.c0 * f[1], c1.c1 * f[3], c1.c2 * f[5]))
  }
}
