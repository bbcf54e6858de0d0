public import FilCore

/// How a drand network signs its rounds.
public enum DrandScheme: String, Hashable, Sendable, CaseIterable {
  /// Each round signs the one before; signatures in G2, keys in G1.
  case chained = "pedersen-bls-chained"
  /// Each round stands alone; signatures in G1, keys in G2.
  case unchainedG1 = "bls-unchained-g1-rfc9380"

  static let g1Domain = Array("BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_".utf8)

  /// What is signed in a round.
  ///
  /// - Parameters:
  ///   - round: The round's number.
  ///   - previous: The signature of the round before; not looked at by schemes without chain.
  /// - Returns: The digest that is signed.
  public func message(round: UInt64, previous: [UInt8]) -> Bytes32 {
    let number = withUnsafeBytes(of: round.bigEndian, Array.init)
    return SHA256.hash(self == .chained ? previous + number : number)
  }
}
