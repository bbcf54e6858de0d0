public import FilCore

/// An element of G2 to compute with: sums and multiples cost no inversion.
public struct G2Projective: Equatable, Sendable {
  let point: ProjectivePoint<Fp2>

  init(_ point: ProjectivePoint<Fp2>) {
    self.point = point
  }

  /// The element with these coordinates.
  public init(_ affine: G2Affine) {
    point = ProjectivePoint(affine.point)
  }

  /// The neutral element.
  public static let infinity = G2Projective(ProjectivePoint.infinity)

  /// The coordinates, at the price of an inversion.
  public var affine: G2Affine { G2Affine(point.affine) }

  /// The coordinates of many elements, with one inversion for all.
  public static func affine(_ elements: [G2Projective]) -> [G2Affine] {
    ProjectivePoint.affine(elements.map(\.point)).map(G2Affine.init)
  }

  /// Whether this is the neutral element.
  public var isInfinity: Bool { point.isInfinity }

  /// The sum.
  public static func + (left: G2Projective, right: G2Projective) -> G2Projective {
    G2Projective(left.point + right.point)
  }

  /// The sum with a point given by its coordinates, which costs a little less.
  public static func + (left: G2Projective, right: G2Affine) -> G2Projective {
    G2Projective(left.point + right.point)
  }

  /// The sum with the inverse.
  public static func - (left: G2Projective, right: G2Projective) -> G2Projective {
    G2Projective(left.point - right.point)
  }

  /// The inverse element.
  public static prefix func - (value: G2Projective) -> G2Projective { G2Projective(-value.point) }

  /// The sum with itself.
  public func doubled() -> G2Projective { G2Projective(point.doubled()) }

  /// The multiple by a 256-bit integer, little-endian. The integer may be a secret: the time does not depend on it.
  public func multiplied(by scalar: Bytes32) -> G2Projective { G2Projective(point.multiplied(by: scalar)) }

  /// The multiple of an element that is known to be in the subgroup by a secret below its order.
  func multipliedInSubgroup(by scalar: Bytes32) -> G2Projective {
    G2Projective(point.multipliedInSubgroup(by: scalar))
  }

  /// The sum of points, each multiplied by the little-endian 256-bit integer at its index.
  ///
  /// Takes time that depends on the integers.
  ///
  /// - Parameters:
  ///   - points: As many points as scalars.
  ///   - scalars: The integers.
  /// - Returns: The sum; the neutral element for empty lists.
  public static func multiScalarSum(_ points: [G2Affine], _ scalars: [Bytes32]) -> G2Projective {
    G2Projective(ProjectivePoint.multiScalarSum(points.map(\.point), scalars))
  }

  /// Hashes a message to the subgroup, indistinguishable from a random element: suite `BLS12381G2_XMD:SHA-256_SSWU_RO_`.
  public static func hash(_ message: [UInt8], domain: [UInt8]) -> G2Projective {
    G2Projective(.hash(message, domain: domain))
  }

  /// Hashes a message to the subgroup, not uniformly: suite `BLS12381G2_XMD:SHA-256_SSWU_NU_`.
  public static func encode(_ message: [UInt8], domain: [UInt8]) -> G2Projective {
    G2Projective(.encode(message, domain: domain))
  }
}
