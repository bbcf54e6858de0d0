internal import FilCore

/// A point of G1 by its coordinates: what is stored, sent and paired.
///
/// G1 holds the keys of Filecoin's accounts, and the signatures of the beacon `quicknet`.
public struct G1Affine: Equatable, Sendable {
  let point: AffinePoint<Fp>

  init(_ point: AffinePoint<Fp>) {
    self.point = point
  }

  /// The number of bytes of a compressed point.
  public static let compressedCount = 48

  /// The number of bytes of an uncompressed point.
  public static let uncompressedCount = 96

  /// The neutral element.
  public static let infinity = G1Affine(AffinePoint.infinity)

  /// The generator that the standards fix.
  public static let generator = G1Affine(
    AffinePoint(
      x: 0x17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb,
      y: 0x08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1))

  /// Reads a compressed point.
  ///
  /// - Parameters:
  ///   - bytes: 48 bytes.
  ///   - checkingSubgroup: Whether the point must lie in the subgroup of prime order. Leave it on for bytes from others.
  /// - Throws: ``PointDecodingError``.
  public init(compressed bytes: [UInt8], checkingSubgroup: Bool = true) throws(PointDecodingError) {
    let point = try AffinePoint<Fp>(compressedOnCurve: bytes)
    self.point = checkingSubgroup ? try point.checkedForSubgroup() : point
  }

  /// Reads an uncompressed point.
  ///
  /// - Parameters:
  ///   - bytes: 96 bytes.
  ///   - checkingSubgroup: Whether the point must lie in the subgroup of prime order. Leave it on for bytes from others.
  /// - Throws: ``PointDecodingError``.
  public init(uncompressed bytes: [UInt8], checkingSubgroup: Bool = true) throws(PointDecodingError) {
    let point = try AffinePoint<Fp>(uncompressedOnCurve: bytes)
    self.point = checkingSubgroup ? try point.checkedForSubgroup() : point
  }

  /// The 48 bytes of the point: x, with flags in the top bits.
  public var compressed: [UInt8] { point.compressed }

  /// The 96 bytes of the point: x and y.
  public var uncompressed: [UInt8] { point.uncompressed }

  /// Whether this is the neutral element.
  public var isInfinity: Bool { point.isInfinity }

  /// Whether the point lies in the subgroup of prime order.
  public var isInSubgroup: Bool { point.isInSubgroup }

  /// The inverse element.
  public static prefix func - (value: G1Affine) -> G1Affine { G1Affine(-value.point) }
}

extension G1Affine: CustomStringConvertible {
  /// The compressed point in hexadecimal.
  public var description: String { compressed.hex }
}
