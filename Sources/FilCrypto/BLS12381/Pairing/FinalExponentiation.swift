extension Fp12 {
  /// The power that takes a Miller function to a pairing: (p^6 - 1)(p^2 + 1) times
  /// (x - 1)^2 (x + p)(x^2 + p^2 - 1) + 3, which is three times (p^4 - p^2 + 1) / r.
  ///
  /// The same power as in blst, so that values of pairings agree byte for byte.
  func finalExponentiation() -> Fp12 {
    let first = conjugate * inverse()
    let base = first.doubleFrobenius() * first
    var t = base.raisedToParameter() * base.conjugate
    t = t.raisedToParameter() * t.conjugate
    t = t.raisedToParameter() * t.frobenius()
    t = t.raisedToParameter().raisedToParameter() * t.doubleFrobenius() * t.conjugate
    return t * base.cyclotomicSquared() * base
  }
}
