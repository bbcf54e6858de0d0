/// The pair that a header's `messages` names: the roots of the arrays of the block's messages.
public struct MessageRoots: Hashable, Sendable {
  /// The array of the CIDs of BLS messages.
  public let bls: CID
  /// The array of the CIDs of signed messages of the other kinds.
  public let secp256k1: CID

  /// A pair of roots.
  public init(bls: CID, secp256k1: CID) {
    self.bls = bls
    self.secp256k1 = secp256k1
  }
}

extension MessageRoots: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(bls, secp256k1) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (bls, secp256k1) = try decoder.tuple(CID.self, CID.self)
  }
}
