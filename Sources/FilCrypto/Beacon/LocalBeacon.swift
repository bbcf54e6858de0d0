public import FilCore

/// A beacon for networks of one's own: real signatures in quicknet's scheme, by a key that the seed decides.
///
/// The same seed gives the same rounds, on every machine and in every order.
public struct LocalBeacon: Sendable {
  private let key: BLSPrivateKey
  /// The network that its rounds are verified by.
  public let chain: DrandChain

  /// A beacon.
  ///
  /// - Parameters:
  ///   - seed: What the key is made of.
  ///   - genesisTime: When the first round was made, in seconds since 1970.
  ///   - period: The seconds between rounds; not zero.
  public init(seed: Bytes32, genesisTime: UInt64, period: UInt64) {
    guard let key = BLSPrivateKey(derivedFrom: Array("fil-local-beacon".utf8) + seed.bytes) else {
      preconditionFailure("the secret has more than 32 bytes")
    }
    self.key = key
    let publicKey = G2Projective(.generator).multipliedInSubgroup(by: key.bytes).affine
    chain = DrandChain(publicKey: .unchainedG1(publicKey), genesisTime: genesisTime, period: period)
  }

  /// A round with its signature.
  public func entry(round: UInt64) -> BeaconEntry {
    let message = DrandScheme.unchainedG1.message(round: round, previous: []).bytes
    let point = G1Projective.hash(message, domain: DrandScheme.g1Domain)
    return BeaconEntry(round: round, signature: point.multipliedInSubgroup(by: key.bytes).affine.compressed)
  }
}
