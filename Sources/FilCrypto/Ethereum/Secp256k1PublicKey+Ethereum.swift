public import FilCore

extension Secp256k1PublicKey {
  /// The account's address in Ethereum: the last 20 bytes of the key's Keccak-256 digest.
  public var ethereumAddress: EthereumAddress {
    EthereumAddress(publicKeyDigest: Keccak256.hash(Array(uncompressed.dropFirst())))
  }

  /// The account's delegated address.
  public var delegatedAddress: Address {
    let bytes = ethereumAddress.bytes
    guard let address = Address(namespace: Address.ethereumNamespace, subaddress: bytes) else {
      preconditionFailure("20 bytes fit a delegated address")
    }
    return address
  }
}
