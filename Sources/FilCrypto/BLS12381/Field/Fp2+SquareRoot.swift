extension Fp2 {
  private static let half = (2 as Fp).inverse()

  /// A square root by the complex method, if there is one.
  ///
  /// With s a root of the norm, d = (c0 + s) / 2 and t = d^((p - 3) / 4): if d is a square, (d t, c1 t / 2) is a root;
  /// otherwise (c1 t / 2, -d t) is, because the product of the two candidates for d is -(c1 / 2)^2.
  func squareRoot() -> Fp2? {
    norm.squareRoot().flatMap(squareRoot(rootOfNorm:))
  }

  /// A square root, given a root of the norm.
  func squareRoot(rootOfNorm s: Fp) -> Fp2? {
    guard !c1.isZero else { return rootOfBaseElement() }
    let d = (c0 + s) * Fp2.half
    let t = d.rootPower()
    let x = d * t
    let y = c1 * Fp2.half * t
    let root = x * t == .one ? Fp2(x, y) : Fp2(y, -x)
    return root.squared() == self ? root : nil
  }

  /// A root of an element of ``Fp``: that of c0, or u times that of -c0.
  private func rootOfBaseElement() -> Fp2? {
    if let root = c0.squareRoot() { return Fp2(root, .zero) }
    return (-c0).squareRoot().map { Fp2(.zero, $0) }
  }
}
