public import FilCore

/// An Ethereum transaction with its signature.
public struct SignedEthereumTransaction: Hashable, Sendable {
  /// The transaction.
  public let transaction: EthereumTransaction
  /// The signature.
  public let signature: EthereumSignature

  /// A transaction and a signature that was, or will be, checked.
  public init(transaction: EthereumTransaction, signature: EthereumSignature) {
    self.transaction = transaction
    self.signature = signature
  }

  /// The bytes that Ethereum's tools send.
  public var rlp: [UInt8] { transaction.signedRLP(signature) }

  /// The hash by which Ethereum's tools name the transaction.
  public var hash: Bytes32 { transaction.hash(signedWith: signature) }

  /// The account that signed.
  ///
  /// - Returns: Its address.
  /// - Throws: ``Secp256k1Error`` for a signature from which no key follows.
  public func sender() throws(Secp256k1Error) -> Address {
    let digest = Keccak256.hash(transaction.unsignedRLP)
    return try Secp256k1.recover(digest: digest, signature: signature.recoverable).delegatedAddress
  }

  /// The signed Filecoin message that the transaction becomes.
  ///
  /// - Returns: The message with the sender that the signature tells.
  /// - Throws: ``EthereumTransactionError``.
  public func signedMessage() throws(EthereumTransactionError) -> SignedMessage {
    let sender: Address
    do {
      sender = try self.sender()
    } catch {
      throw EthereumTransactionError(.invalidSignature, "no sender: \(error)")
    }
    let data = signature.data(transaction.kind, chainID: transaction.chainID)
    return SignedMessage(
      message: try transaction.message(from: sender), signature: Signature(type: .delegated, data: data))
  }
}
