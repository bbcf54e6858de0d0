public import FilCore

/// What an Ethereum account signs, and the Filecoin message that it stands for (FIP-0055, FIP-0091).
public struct EthereumTransaction: Hashable, Sendable {
  /// The forms of transactions that the network accepts.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The first form, without a chain's number.
    case homestead
    /// The first form with the chain's number among what is signed.
    case eip155
    /// Type 2, with a fee cap and a premium.
    case eip1559
  }

  /// The form.
  public var kind: Kind
  /// The number of the chain for which it is signed: 314 on mainnet.
  public var chainID: UInt64
  /// The sender's message number.
  public var nonce: UInt64
  /// The receiver; `nil` makes a contract.
  public var to: EthereumAddress?
  /// The money that moves to the receiver.
  public var value: TokenAmount
  /// The most that the sender pays for a unit of gas. In the older forms this is the price, and the premium too.
  public var gasFeeCap: TokenAmount
  /// What the block's miner gets for a unit of gas.
  public var gasPremium: TokenAmount
  /// The most gas that the transaction may use.
  public var gasLimit: Int64
  /// The call's data, or the contract's code.
  public var input: [UInt8]

  /// A transaction from its fields.
  public init(
    kind: Kind, chainID: UInt64, nonce: UInt64, to: EthereumAddress?, value: TokenAmount, gasFeeCap: TokenAmount,
    gasPremium: TokenAmount, gasLimit: Int64, input: [UInt8]
  ) {
    self.kind = kind
    self.chainID = chainID
    self.nonce = nonce
    self.to = to
    self.value = value
    self.gasFeeCap = gasFeeCap
    self.gasPremium = gasPremium
    self.gasLimit = gasLimit
    self.input = input
  }
}
