/// A signature of a BLS account, or an aggregate of many: a point of G2.
public struct BLSSignature: Equatable, Sendable {
  /// The point, in the subgroup.
  public let point: G2Affine

  /// The number of bytes.
  public static let count = G2Affine.compressedCount

  /// The domain separation tag under which messages are hashed.
  static let domain = Array("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_".utf8)

  init(_ point: G2Affine) {
    self.point = point
  }

  /// Reads a compressed signature.
  ///
  /// - Throws: ``PointDecodingError`` for bytes that are no point of the subgroup.
  public init(_ bytes: [UInt8]) throws(PointDecodingError) {
    point = try G2Affine(compressed: bytes)
  }

  /// The 96 bytes of the signature.
  public var bytes: [UInt8] { point.compressed }

  /// The point of G2 that a message hashes to.
  static func point(for message: [UInt8]) -> G2Projective { .hash(message, domain: domain) }

  /// Whether this is the signature of `message` by the owner of `publicKey`.
  public func isValid(for message: [UInt8], by publicKey: BLSPublicKey) -> Bool {
    isValidAggregate(of: [(publicKey, message)])
  }
}

extension BLSSignature: CustomStringConvertible {
  /// The compressed signature in hexadecimal.
  public var description: String { point.description }
}
