internal import FilCore

/// A point of G2 by its coordinates: what is stored, sent and paired.
///
/// G2 holds the signatures of Filecoin's accounts, and the key of the beacon `quicknet`.
public struct G2Affine: Equatable, Sendable {
  let point: AffinePoint<Fp2>

  init(_ point: AffinePoint<Fp2>) {
    self.point = point
  }

  /// The number of bytes of a compressed point.
  public static let compressedCount = 96

  /// The number of bytes of an uncompressed point.
  public static let uncompressedCount = 192

  /// The neutral element.
  public static let infinity = G2Affine(AffinePoint.infinity)

  /// The generator that the standards fix.
  public static let generator = G2Affine(
    AffinePoint(
      x: Fp2(
        0x024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8,
        0x13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e),
      y: Fp2(
        0x0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801,
        0x0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be)))

  /// Reads a compressed point.
  ///
  /// - Parameters:
  ///   - bytes: 96 bytes.
  ///   - checkingSubgroup: Whether the point must lie in the subgroup of prime order. Leave it on for bytes from others.
  /// - Throws: ``PointDecodingError``.
  public init(compressed bytes: [UInt8], checkingSubgroup: Bool = true) throws(PointDecodingError) {
    let point = try AffinePoint<Fp2>(compressedOnCurve: bytes)
    self.point = checkingSubgroup ? try point.checkedForSubgroup() : point
  }

  /// Reads an uncompressed point.
  ///
  /// - Parameters:
  ///   - bytes: 192 bytes.
  ///   - checkingSubgroup: Whether the point must lie in the subgroup of prime order. Leave it on for bytes from others.
  /// - Throws: ``PointDecodingError``.
  public init(uncompressed bytes: [UInt8], checkingSubgroup: Bool = true) throws(PointDecodingError) {
    let point = try AffinePoint<Fp2>(uncompressedOnCurve: bytes)
    self.point = checkingSubgroup ? try point.checkedForSubgroup() : point
  }

  /// The 96 bytes of the point: x, with flags in the top bits.
  public var compressed: [UInt8] { point.compressed }

  /// The 192 bytes of the point: x and y.
  public var uncompressed: [UInt8] { point.uncompressed }

  /// Whether this is the neutral element.
  public var isInfinity: Bool { point.isInfinity }

  /// Whether the point lies in the subgroup of prime order.
  public var isInSubgroup: Bool { point.isInSubgroup }

  /// The inverse element.
  public static prefix func - (value: G2Affine) -> G2Affine { G2Affine(-value.point) }
}

extension G2Affine: CustomStringConvertible {
  /// The compressed point in hexadecimal.
  public var description: String { compressed.hex }
}
