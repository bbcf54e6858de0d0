/// The lines of the Miller loop for one point of G2, ready to be evaluated at points of G1.
///
/// A line through points of the twist is c0 + c1 x v + c4 y v w at the point (x, y) of G1.
struct G2Lines: Sendable {
  /// The coefficients of a line.
  struct Line: Sendable {
    let c0: Fp2
    let c1: Fp2
    let c4: Fp2
  }

  /// In the order in which the loop meets them; empty for the point at infinity.
  let lines: [Line]

  init(_ point: AffinePoint<Fp2>) {
    guard !point.isInfinity else {
      lines = []
      return
    }
    var walker = Walker(point)
    var lines: [Line] = []
    lines.reserveCapacity(68)
    for bit in (0..<63).reversed() {
      lines.append(walker.double())
      if curveParameter >> UInt64(bit) & 1 == 1 { lines.append(walker.add(point)) }
    }
    self.lines = lines
  }

  /// The running multiple of the point, in homogeneous coordinates.
  private struct Walker {
    var x: Fp2
    var y: Fp2
    var z: Fp2

    init(_ point: AffinePoint<Fp2>) {
      x = point.x
      y = point.y
      z = .one
    }

    /// Doubles the point; the tangent at it.
    mutating func double() -> Line {
      let xx = x.squared()
      let yy = y.squared()
      let zz = z.squared()
      let bzz = zz.timesTripleCurveConstant()
      let yz2 = (y + z).squared() - yy - zz
      let bzz3 = bzz + bzz + bzz
      let nextX = (x * y).doubled() * (yy - bzz3)
      let bzz6 = bzz3.doubled()
      y = (yy + bzz3).squared() - bzz6 * bzz.doubled()
      x = nextX
      z = (yy * yz2).doubled().doubled()
      return Line(c0: yy - bzz, c1: -(xx + xx + xx), c4: yz2)
    }

    /// Adds the point that the walk began with; the line through both.
    mutating func add(_ point: AffinePoint<Fp2>) -> Line {
      let theta = y - point.y * z
      let lambda = x - point.x * z
      let lambda2 = lambda.squared()
      let lambda3 = lambda * lambda2
      let g = x * lambda2
      let h = lambda3 + theta.squared() * z - g.doubled()
      x = lambda * h
      y = theta * (g - h) - lambda3 * y
      z = z * lambda3
      return Line(c0: theta * point.x - lambda * point.y, c1: -theta, c4: lambda)
    }
  }
}
