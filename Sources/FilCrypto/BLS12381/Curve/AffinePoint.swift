/// A point of a curve by its coordinates; the point at infinity is (0, 0), which is on neither curve.
struct AffinePoint<Field: CurveField>: Equatable, Sendable {
  var x: Field
  var y: Field

  init(x: Field, y: Field) {
    self.x = x
    self.y = y
  }

  static var infinity: AffinePoint { AffinePoint(x: .zero, y: .zero) }

  var isInfinity: Bool { x.isZero && y.isZero }

  var isOnCurve: Bool { isInfinity || y.squared() == x.squared() * x + Field.curveConstant }

  var isInSubgroup: Bool { Field.isInSubgroup(self) }

  static prefix func - (point: AffinePoint) -> AffinePoint { AffinePoint(x: point.x, y: -point.y) }
}
