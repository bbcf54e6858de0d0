extension Fp {
  /// A root of -z^3 for the map's constant z = 11: -1 and z are no squares.
  private static let rootOfNegatedCube = (-1331 as Fp).rootPower() * -1331

  /// One power for both: if y = v^((p + 1) / 4) is no root of v, its square is -v.
  static func rootOfEither(_ value: Fp, u: Fp) -> (root: Fp, isFirst: Bool) {
    let root = value.rootPower() * value
    if root.squared() == value { return (root, true) }
    return (root * u.squared() * u * rootOfNegatedCube, false)
  }
}
