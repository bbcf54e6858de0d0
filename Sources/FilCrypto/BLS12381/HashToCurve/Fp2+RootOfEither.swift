extension Fp2 {
  /// The map's constant.
  private static let z = -Fp2(2, 1)
  /// A root of -N^3 for the norm N = 5 of z: -1 and N are no squares.
  private static let rootOfNegatedNormCube = (-125 as Fp).rootPower() * -125

  /// An element is a square if its norm is. If s = n^((p + 1) / 4) is no root of the norm n, then from it follows a root
  /// of the other candidate's norm, so that no power is raised in vain.
  static func rootOfEither(_ value: Fp2, u: Fp2) -> (root: Fp2, isFirst: Bool) {
    let norm = value.norm
    let s = norm.rootPower() * norm
    if s.squared() == norm, let root = value.squareRoot(rootOfNorm: s) { return (root, true) }
    let scale = z * u.squared()
    let second = scale.squared() * scale * value
    let normOfU = u.norm
    let rootOfNorm = s * normOfU.squared() * normOfU * rootOfNegatedNormCube
    guard let root = second.squareRoot(rootOfNorm: rootOfNorm) else {
      preconditionFailure("one of the two candidates is a square")
    }
    return (root, false)
  }
}
