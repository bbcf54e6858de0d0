public import FilCore

/// Checks the signatures of messages on one network.
public struct SignatureVerifier: Hashable, Sendable {
  /// The number of the network among Ethereum's chains: 314 on mainnet.
  public let ethereumChainID: UInt64

  /// A verifier for the network with this number.
  public init(ethereumChainID: UInt64) {
    self.ethereumChainID = ethereumChainID
  }

  /// Requires that a message was signed by the owner of a key address.
  ///
  /// - Parameters:
  ///   - signed: The message.
  ///   - signer: The key address behind the message's sender, which may itself be a number.
  /// - Throws: ``SignatureError``.
  public func verify(_ signed: SignedMessage, by signer: Address) throws(SignatureError) {
    guard signed.signature.type == .delegated else {
      return try signed.signature.verify(signed.message.cid.bytes, by: signer)
    }
    let (payload, signature) = try transaction(of: signed)
    try signature.verify(payload, by: signer)
  }

  /// What an Ethereum account signed, and the signature in the form that can be checked.
  private func transaction(of signed: SignedMessage) throws(SignatureError) -> ([UInt8], Signature) {
    do {
      let (kind, signature) = try EthereumSignature.parse(signed.signature.data, chainID: ethereumChainID)
      let transaction = try EthereumTransaction(signed.message, kind: kind, chainID: ethereumChainID)
      return (transaction.unsignedRLP, Signature(type: .delegated, data: signature.recoverable))
    } catch {
      throw SignatureError(.invalidTransaction, "no Ethereum transaction", cause: error)
    }
  }
}
