/// A point of G2 with the lines of its Miller loop worked out, for points that are paired many times.
public struct G2Prepared: Sendable {
  let lines: G2Lines

  /// The generator of G2, prepared once.
  public static let generator = G2Prepared(.generator)

  /// Works out the lines.
  public init(_ point: G2Affine) {
    lines = G2Lines(point.point)
  }
}
