/// Why a key or a signature of secp256k1 cannot be used.
public enum Secp256k1Error: Error, Hashable, Sendable {
  /// A private key that is zero or not below the group's order.
  case invalidPrivateKey
  /// A signature that is not 65 bytes, or whose numbers or recovery identifier are out of range.
  case invalidSignature
  /// No public key belongs to the signature and the digest.
  case notRecoverable
}
