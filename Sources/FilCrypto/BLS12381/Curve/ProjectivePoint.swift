/// A point (X : Y : Z) of a curve y^2 = x^3 + b in homogeneous coordinates, x = X / Z and y = Y / Z.
///
/// Sums use the complete formulas of Renes, Costello and Batina: no case is special, so none can be missed and none shows
/// in the time that it takes.
struct ProjectivePoint<Field: CurveField>: Sendable {
  var x: Field
  var y: Field
  var z: Field

  init(x: Field, y: Field, z: Field) {
    self.x = x
    self.y = y
    self.z = z
  }

  init(_ point: AffinePoint<Field>) {
    self = point.isInfinity ? .infinity : ProjectivePoint(x: point.x, y: point.y, z: .one)
  }

  static var infinity: ProjectivePoint { ProjectivePoint(x: .zero, y: .one, z: .zero) }

  var isInfinity: Bool { z.isZero }

  static func + (left: ProjectivePoint, right: ProjectivePoint) -> ProjectivePoint {
    let xx = left.x * right.x
    let yy = left.y * right.y
    let zz = left.z * right.z
    let xy = (left.x + left.y) * (right.x + right.y) - xx - yy
    let yz = (left.y + left.z) * (right.y + right.z) - yy - zz
    let xz = (left.x + left.z) * (right.x + right.z) - xx - zz
    return combine(xx: xx, yy: yy, zz: zz, xy: xy, yz: yz, xz: xz)
  }

  /// The sum with a point that is not at infinity.
  func adding(finite point: AffinePoint<Field>) -> ProjectivePoint {
    let xx = x * point.x
    let yy = y * point.y
    let xy = (x + y) * (point.x + point.y) - xx - yy
    return ProjectivePoint.combine(
      xx: xx, yy: yy, zz: z, xy: xy, yz: point.y * z + y, xz: point.x * z + x)
  }

  static func + (left: ProjectivePoint, right: AffinePoint<Field>) -> ProjectivePoint {
    right.isInfinity ? left : left.adding(finite: right)
  }

  /// The second half of the addition formula: from the products of coordinates to the sum.
  private static func combine(
    xx: Field, yy: Field, zz: Field, xy: Field, yz: Field, xz: Field
  ) -> ProjectivePoint {
    let xx3 = xx + xx + xx
    let bzz = zz.timesTripleCurveConstant()
    let bxz = xz.timesTripleCurveConstant()
    let sum = yy + bzz
    let difference = yy - bzz
    return ProjectivePoint(
      x: xy * difference - yz * bxz, y: difference * sum + xx3 * bxz, z: sum * yz + xx3 * xy)
  }

  func doubled() -> ProjectivePoint {
    let yy = y.squared()
    let bzz = z.squared().timesTripleCurveConstant()
    let yy8 = yy.doubled().doubled().doubled()
    let difference = yy - (bzz + bzz + bzz)
    return ProjectivePoint(
      x: (difference * (x * y)).doubled(), y: difference * (yy + bzz) + bzz * yy8, z: y * z * yy8)
  }

  static prefix func - (point: ProjectivePoint) -> ProjectivePoint {
    ProjectivePoint(x: point.x, y: -point.y, z: point.z)
  }

  static func - (left: ProjectivePoint, right: ProjectivePoint) -> ProjectivePoint { left + -right }

  var affine: AffinePoint<Field> {
    let scale = z.inverse()
    return AffinePoint(x: x * scale, y: y * scale)
  }
}

extension ProjectivePoint: Equatable {
  static func == (left: ProjectivePoint, right: ProjectivePoint) -> Bool {
    if left.isInfinity || right.isInfinity { return left.isInfinity == right.isInfinity }
    return left.x * right.z == right.x * left.z && left.y * right.z == right.y * left.z
  }
}
