public import FilCore

/// Whoever signs for accounts: in memory, in a file, in another process or in a device.
public protocol Wallet: Sendable {
  /// The key addresses that it signs for.
  var addresses: [Address] { get }

  /// Signs bytes for an account.
  ///
  /// - Parameters:
  ///   - payload: The bytes themselves, not their digest.
  ///   - address: One of `addresses`.
  /// - Returns: A signature of the kind that belongs to the address.
  /// - Throws: ``WalletError``.
  func sign(_ payload: [UInt8], by address: Address) throws(WalletError) -> Signature
}

extension Wallet {
  /// Signs a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - address: The key address behind the message's sender, which may itself be a number.
  ///   - ethereumChainID: The number of the network among Ethereum's chains, for Ethereum accounts.
  /// - Returns: The message with its signature.
  /// - Throws: ``WalletError``.
  public func sign(
    _ message: Message, by address: Address, ethereumChainID: UInt64
  ) throws(WalletError) -> SignedMessage {
    let type: KeyType =
      switch address.protocol {
      case .delegated: .delegated
      case .bls: .bls
      default: .secp256k1
      }
    let payload: [UInt8]
    do {
      payload = try WalletKey.payload(of: message, type: type, ethereumChainID: ethereumChainID)
    } catch {
      throw .invalidMessage(error)
    }
    return SignedMessage(message: message, signature: try sign(payload, by: address))
  }
}
