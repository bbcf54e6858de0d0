/// The kind of a signature: the first byte of its binary form.
public enum SignatureType: UInt8, Hashable, Sendable, CaseIterable {
  /// secp256k1 over the BLAKE2b-256 digest of what is signed, 65 bytes.
  case secp256k1 = 1
  /// BLS12-381 with signatures in G2, 96 bytes.
  case bls = 2
  /// As the namespace of the signer's delegated address says; Ethereum's, 65 bytes and more.
  case delegated = 3
}
