public import FilCore

/// An element of G1 to compute with: sums and multiples cost no inversion.
public struct G1Projective: Equatable, Sendable {
  let point: ProjectivePoint<Fp>

  init(_ point: ProjectivePoint<Fp>) {
    self.point = point
  }

  /// The element with these coordinates.
  public init(_ affine: G1Affine) {
    point = ProjectivePoint(affine.point)
  }

  /// The neutral element.
  public static let infinity = G1Projective(ProjectivePoint.infinity)

  /// The coordinates, at the price of an inversion.
  public var affine: G1Affine { G1Affine(point.affine) }

  /// The coordinates of many elements, with one inversion for all.
  public static func affine(_ elements: [G1Projective]) -> [G1Affine] {
    ProjectivePoint.affine(elements.map(\.point)).map(G1Affine.init)
  }

  /// Whether this is the neutral element.
  public var isInfinity: Bool { point.isInfinity }

  /// The sum.
  public static func + (left: G1Projective, right: G1Projective) -> G1Projective {
    G1Projective(left.point + right.point)
  }

  /// The sum with a point given by its coordinates, which costs a little less.
  public static func + (left: G1Projective, right: G1Affine) -> G1Projective {
    G1Projective(left.point + right.point)
  }

  /// The sum with the inverse.
  public static func - (left: G1Projective, right: G1Projective) -> G1Projective {
    G1Projective(left.point - right.point)
  }

  /// The inverse element.
  public static prefix func - (value: G1Projective) -> G1Projective { G1Projective(-value.point) }

  /// The sum with itself.
  public func doubled() -> G1Projective { G1Projective(point.doubled()) }

  /// The multiple by a 256-bit integer, little-endian. The integer may be a secret: the time does not depend on it.
  public func multiplied(by scalar: Bytes32) -> G1Projective { G1Projective(point.multiplied(by: scalar)) }

  /// The multiple of an element that is known to be in the subgroup by a secret below its order.
  func multipliedInSubgroup(by scalar: Bytes32) -> G1Projective {
    G1Projective(point.multipliedInSubgroup(by: scalar))
  }

  /// The sum of points, each multiplied by the little-endian 256-bit integer at its index.
  ///
  /// Takes time that depends on the integers.
  ///
  /// - Parameters:
  ///   - points: As many points as scalars.
  ///   - scalars: The integers.
  /// - Returns: The sum; the neutral element for empty lists.
  public static func multiScalarSum(_ points: [G1Affine], _ scalars: [Bytes32]) -> G1Projective {
    G1Projective(ProjectivePoint.multiScalarSum(points.map(\.point), scalars))
  }

  /// Hashes a message to the subgroup, indistinguishable from a random element: suite `BLS12381G1_XMD:SHA-256_SSWU_RO_`.
  public static func hash(_ message: [UInt8], domain: [UInt8]) -> G1Projective {
    G1Projective(.hash(message, domain: domain))
  }

  /// Hashes a message to the subgroup, not uniformly: suite `BLS12381G1_XMD:SHA-256_SSWU_NU_`.
  public static func encode(_ message: [UInt8], domain: [UInt8]) -> G1Projective {
    G1Projective(.encode(message, domain: domain))
  }
}
