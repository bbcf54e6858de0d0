/// A public key of a BLS account: a point of G1.
public struct BLSPublicKey: Equatable, Sendable {
  /// The point, in the subgroup.
  public let point: G1Affine

  /// The number of bytes.
  public static let count = G1Affine.compressedCount

  init(_ point: G1Affine) {
    self.point = point
  }

  /// Reads a compressed key.
  ///
  /// - Throws: ``PointDecodingError`` for bytes that are no point of the subgroup. The point at infinity decodes, but
  ///   verifies nothing.
  public init(_ bytes: [UInt8]) throws(PointDecodingError) {
    point = try G1Affine(compressed: bytes)
  }

  /// The 48 bytes of the key.
  public var bytes: [UInt8] { point.compressed }
}

extension BLSPublicKey: CustomStringConvertible {
  /// The compressed key in hexadecimal.
  public var description: String { point.description }
}
