public import FilCore

/// Why a wallet cannot do what was asked.
public enum WalletError: Error, Hashable, Sendable {
  /// The wallet holds no key of the address.
  case unknownAddress(Address)
  /// The text is no exported key.
  case malformedExport
  /// The exported bytes are no key of their kind.
  case invalidPrivateKey
  /// The account cannot send the message.
  case invalidMessage(EthereumTransactionError)
}
