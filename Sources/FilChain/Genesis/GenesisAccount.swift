public import FilCore

/// An account that a genesis gives money.
public struct GenesisAccount: Hashable, Sendable {
  /// Its key.
  public var key: Address
  /// Its money in attoFIL.
  public var balance: TokenAmount

  /// An account.
  public init(key: Address, balance: TokenAmount) {
    self.key = key
    self.balance = balance
  }
}
