/// Why bytes are not a point of G1 or G2.
public enum PointDecodingError: Error, Hashable, Sendable {
  /// The number of bytes is not that of the encoding.
  case wrongLength(Int)
  /// The three top bits do not belong to the encoding asked for, or contradict each other.
  case invalidFlags
  /// A coordinate is not below the field's modulus, or the point at infinity has other bits set.
  case notCanonical
  /// No point of the curve has these coordinates.
  case notOnCurve
  /// The point is on the curve but outside the subgroup of prime order.
  case notInSubgroup
}
