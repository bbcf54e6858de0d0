/// The public key of a drand network.
public enum DrandKey: Equatable, Sendable {
  /// The key of a chained network, a point of G1.
  case chained(BLSPublicKey)
  /// The key of an unchained network, a point of G2.
  case unchainedG1(G2Affine)

  /// Reads a compressed key.
  ///
  /// - Parameters:
  ///   - bytes: 48 or 96 bytes, as the scheme demands.
  ///   - scheme: How the network signs.
  /// - Throws: ``PointDecodingError``.
  public init(_ bytes: [UInt8], scheme: DrandScheme) throws(PointDecodingError) {
    switch scheme {
    case .chained: self = .chained(try BLSPublicKey(bytes))
    case .unchainedG1: self = .unchainedG1(try G2Affine(compressed: bytes))
    }
  }

  /// How the network signs.
  public var scheme: DrandScheme {
    switch self {
    case .chained: .chained
    case .unchainedG1: .unchainedG1
    }
  }

  /// The compressed key.
  public var bytes: [UInt8] {
    switch self {
    case .chained(let key): key.bytes
    case .unchainedG1(let key): key.compressed
    }
  }
}
