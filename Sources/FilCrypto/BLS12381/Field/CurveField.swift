/// A field over which one of the two groups of BLS12-381 is defined: Fp for G1, Fp2 for G2.
///
/// The curves share one set of formulas, written over this protocol; within this module the compiler specialises them.
protocol CurveField: Equatable, Sendable {
  static var zero: Self { get }
  static var one: Self { get }
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  func squared() -> Self
  /// The inverse; zero for zero.
  func inverse() -> Self
  /// A square root, if there is one.
  func squareRoot() -> Self?
  /// A root of `value`, or else of its product with (z u^2)^3, z being the constant of the curve's map: exactly one of
  /// the two has roots unless one is zero.
  static func rootOfEither(_ value: Self, u: Self) -> (root: Self, isFirst: Bool)
  var isZero: Bool { get }
  /// The sign of RFC 9380 (`sgn0`).
  var isOdd: Bool { get }
  /// Whether the element is the greater of itself and its negative: the sign bit of compressed points.
  var isLargerHalf: Bool { get }

  /// The number of bytes of an encoded element.
  static var encodedCount: Int { get }
  /// Reads a canonical big-endian encoding.
  init?(canonical bytes: ArraySlice<UInt8>)
  /// The canonical big-endian encoding.
  var canonicalBytes: [UInt8] { get }

  /// The number of bytes that `hash_to_field` takes for one element.
  static var uniformCount: Int { get }
  /// An element from `uniformCount` uniform bytes.
  init(uniform bytes: ArraySlice<UInt8>)

  /// The constant of the curve equation y^2 = x^3 + b.
  static var curveConstant: Self { get }
  /// This times 3b.
  func timesTripleCurveConstant() -> Self
  /// Whether a point of the curve lies in the subgroup of prime order.
  static func isInSubgroup(_ point: AffinePoint<Self>) -> Bool
  /// A point of the curve taken into the subgroup as RFC 9380 says.
  static func clearCofactor(_ point: ProjectivePoint<Self>) -> ProjectivePoint<Self>
  /// The map of RFC 9380 from field elements to points of the curve.
  static var curveMap: SimplifiedSWU<Self> { get }
}

extension CurveField {
  static prefix func - (value: Self) -> Self { .zero - value }
  func doubled() -> Self { self + self }
}
