public import FilCore

extension Secp256k1PublicKey {
  /// The account's address in Ethereum.
  public var ethereumAddress: EthereumAddress {
    EthereumAddress(publicKeyDigest: Keccak256.hash(Array(uncompressed.dropFirst())))
  }
}
