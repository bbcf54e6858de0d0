extension Fp {
  /// The cube root of one by which the curve's endomorphism multiplies x; on G1 it is multiplication by -x^2.
  private static let beta: Fp =
    0x5f19_672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffe

  /// The endomorphism.
  static func phi(_ point: ProjectivePoint<Fp>) -> ProjectivePoint<Fp> {
    ProjectivePoint(x: point.x * beta, y: point.y, z: point.z)
  }

  static func isInSubgroup(_ point: AffinePoint<Fp>) -> Bool {
    let point = ProjectivePoint(point)
    return phi(point) == -point.multipliedByParameter().multipliedByParameter()
  }

  /// The multiple by 1 - x.
  static func clearCofactor(_ point: ProjectivePoint<Fp>) -> ProjectivePoint<Fp> {
    point.multipliedByParameter() + point
  }
}
