public import FilCore

/// What a message offers for its gas.
public struct GasOffer: Hashable, Sendable {
  /// The most gas that it may use.
  public let limit: Int64
  /// The most that it pays for a unit of gas, in attoFIL.
  public let feeCap: TokenAmount
  /// What of that the block's miner gets, as far as the cap leaves it.
  public let premium: TokenAmount

  /// An offer.
  public init(limit: Int64, feeCap: TokenAmount, premium: TokenAmount) {
    self.limit = limit
    self.feeCap = feeCap
    self.premium = premium
  }

  /// The offer of a message.
  public init(_ message: Message) {
    self.init(limit: message.gasLimit, feeCap: message.gasFeeCap, premium: message.gasPremium)
  }

  /// What the miner gets for a unit of gas at a base fee; nothing if the cap does not cover the fee.
  public func effectivePremium(baseFee: TokenAmount) -> TokenAmount {
    min(premium, max(.zero, feeCap - baseFee))
  }
}
