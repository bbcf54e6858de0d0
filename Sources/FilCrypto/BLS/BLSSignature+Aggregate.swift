extension BLSSignature {
  /// The sum of signatures; the point at infinity, as blocks without BLS messages carry it, for none.
  public static func aggregate(_ signatures: [BLSSignature]) -> BLSSignature {
    BLSSignature(signatures.reduce(G2Projective.infinity) { $0 + $1.point }.affine)
  }

  /// Whether this is the aggregate of one signature of each message by the owner of the key beside it.
  ///
  /// Two equal messages make the aggregate invalid, and so does a key at infinity. Without messages only the point at
  /// infinity is valid.
  public func isValidAggregate(of signed: [(publicKey: BLSPublicKey, message: [UInt8])]) -> Bool {
    guard !signed.contains(where: { $0.publicKey.point.isInfinity }) else { return false }
    guard Set(signed.map(\.message)).count == signed.count else { return false }
    let points = G2Projective.affine(signed.map { BLSSignature.point(for: $0.message) })
    let pairs = zip(signed, points).map { ($0.publicKey.point, $1) }
    return Pairing.isProductOne(pairs + [(-G1Affine.generator, point)])
  }
}
