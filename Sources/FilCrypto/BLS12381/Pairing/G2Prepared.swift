/// A point of G2 with the lines of its Miller loop worked out, for points that are paired many times.
public struct G2Prepared: Sendable {
  let lines: G2Lines

  /// Works out the lines.
  public init(_ point: G2Affine) {
    lines = G2Lines(point.point)
  }
}
