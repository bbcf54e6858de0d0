/// The kinds of accounts' keys, by the names that wallets export them under.
public enum KeyType: String, Hashable, Sendable, CaseIterable {
  /// secp256k1, addresses of protocol 1.
  case secp256k1
  /// BLS12-381, addresses of protocol 3.
  case bls
  /// secp256k1 as Ethereum uses it, addresses of protocol 4.
  case delegated
}
