public import FilCore

extension WalletKey {
  /// The account's address.
  public var address: Address {
    switch self {
    case .delegated(let key): return key.publicKey.delegatedAddress
    case .secp256k1:
      guard let address = Address(secp256k1PublicKey: publicKey) else { preconditionFailure("65 bytes") }
      return address
    case .bls:
      guard let address = Address(blsPublicKey: publicKey) else { preconditionFailure("48 bytes") }
      return address
    }
  }

  /// Signs bytes as accounts of the kind do.
  public func sign(_ payload: [UInt8]) -> Signature {
    switch self {
    case .secp256k1(let key):
      Signature(type: .secp256k1, data: key.sign(digest: BLAKE2b.hash256(payload)))
    case .bls(let key): Signature(type: .bls, data: key.sign(payload).bytes)
    case .delegated(let key): Signature(type: .delegated, data: key.sign(digest: Keccak256.hash(payload)))
    }
  }

  /// What accounts of a key's kind sign of a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - type: The kind of the key.
  ///   - ethereumChainID: The number of the network among Ethereum's chains, for Ethereum accounts.
  /// - Returns: The bytes of the message's CID, or the transaction of type 2 that it stands for.
  /// - Throws: ``EthereumTransactionError`` for a message that an Ethereum account cannot send.
  public static func payload(
    of message: Message, type: KeyType, ethereumChainID: UInt64
  ) throws(EthereumTransactionError) -> [UInt8] {
    guard type == .delegated else { return message.cid.bytes }
    return try EthereumTransaction(message, kind: .eip1559, chainID: ethereumChainID).unsignedRLP
  }
}
