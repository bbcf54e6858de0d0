extension Fp2 {
  private static let psiX = Fp2(
    0, 0x1a0111ea397fe699ec02408663d4de85aa0d857d89759ad4897d29650fb85f9b409427eb4f49fffd8bfd00000000aaad)
  private static let psiY = Fp2(
    0x135203e60180a68ee2e9c448d77a2cd91c3dedd930b1cf60ef396489f61eb45e304466cf3e67fa0af1ee7b04121bdea2,
    0x06af0e0437ff400b6831e36d6bd17ffe48395dabc2d3435e77f76e17009241c5ee67992f72ec05f4c81084fbede3cc09)

  /// The endomorphism of the twist that the Frobenius map induces; on G2 it is multiplication by x.
  static func psi(_ point: ProjectivePoint<Fp2>) -> ProjectivePoint<Fp2> {
    ProjectivePoint(x: point.x.conjugate * psiX, y: point.y.conjugate * psiY, z: point.z.conjugate)
  }

  static func isInSubgroup(_ point: AffinePoint<Fp2>) -> Bool {
    let point = ProjectivePoint(point)
    return psi(point) == -point.multipliedByParameter()
  }

  /// The multiple by x^2 - x - 1, plus that by x - 1 of psi, plus psi twice of the double.
  static func clearCofactor(_ point: ProjectivePoint<Fp2>) -> ProjectivePoint<Fp2> {
    let first = -point.multipliedByParameter()
    let image = psi(point)
    let second = -(first + image).multipliedByParameter()
    return second - first - image - point + psi(psi(point.doubled()))
  }
}
