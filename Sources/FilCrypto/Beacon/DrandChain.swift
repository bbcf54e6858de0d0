public import FilCore

/// A drand network: its key, and when it makes rounds.
public struct DrandChain: Equatable, Sendable {
  /// The key by which its rounds are checked.
  public let publicKey: DrandKey
  /// When the first round was made, in seconds since 1970.
  public let genesisTime: UInt64
  /// The seconds between rounds.
  public let period: UInt64

  /// A network; the period must not be zero.
  public init(publicKey: DrandKey, genesisTime: UInt64, period: UInt64) {
    precondition(period > 0, "rounds need time between them")
    self.publicKey = publicKey
    self.genesisTime = genesisTime
    self.period = period
  }

  /// Requires that an entry is the network's.
  ///
  /// - Parameters:
  ///   - entry: The round and its signature.
  ///   - previous: The signature of the round before, for chained networks; empty for others.
  /// - Throws: ``BeaconError``.
  public func verify(_ entry: BeaconEntry, previous: [UInt8] = []) throws(BeaconError) {
    let message = publicKey.scheme.message(round: entry.round, previous: previous).bytes
    let valid: Bool
    do {
      switch publicKey {
      case .chained(let key): valid = try BLSSignature(entry.signature).isValid(for: message, by: key)
      case .unchainedG1(let key):
        valid = DrandChain.isValid(try G1Affine(compressed: entry.signature), for: message, by: key)
      }
    } catch {
      throw .malformedSignature(round: entry.round)
    }
    guard valid else { throw .invalidSignature(round: entry.round) }
  }

  /// Requires that an entry is the network's and that, in a chained network, it follows `previous`.
  ///
  /// - Throws: ``BeaconError``.
  public func verify(_ entry: BeaconEntry, after previous: BeaconEntry) throws(BeaconError) {
    if publicKey.scheme == .chained && entry.round != previous.round &+ 1 {
      throw .outOfOrder(round: entry.round)
    }
    try verify(entry, previous: previous.signature)
  }

  private static func isValid(_ signature: G1Affine, for message: [UInt8], by key: G2Affine) -> Bool {
    guard !key.isInfinity else { return false }
    let point = G1Projective.hash(message, domain: DrandScheme.g1Domain).affine
    return Pairing.isProductOne([(point, key), (-signature, .generator)])
  }

  /// The public randomness of a round; the chain draws from the signature itself.
  public static func randomness(of entry: BeaconEntry) -> Bytes32 {
    SHA256.hash(entry.signature)
  }
}
