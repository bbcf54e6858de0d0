extension ProjectivePoint {
  /// The coordinates of many points with one inversion.
  static func affine(_ points: [ProjectivePoint]) -> [AffinePoint<Field>] {
    var products: [Field] = []
    products.reserveCapacity(points.count)
    var product = Field.one
    for point in points {
      products.append(product)
      if !point.isInfinity { product = product * point.z }
    }
    var inverse = product.inverse()
    var result = [AffinePoint<Field>](repeating: .infinity, count: points.count)
    for (index, point) in points.enumerated().reversed() where !point.isInfinity {
      let scale = inverse * products[index]
      inverse = inverse * point.z
      result[index] = AffinePoint(x: point.x * scale, y: point.y * scale)
    }
    return result
  }
}
