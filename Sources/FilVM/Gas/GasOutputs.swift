public import FilCore

/// Where the money for a message's gas goes (FIP-0001v2's overestimation rule, EIP-1559's base fee).
public struct GasOutputs: Hashable, Sendable {
  /// What is burnt for the gas used.
  public private(set) var baseFeeBurn = TokenAmount.zero
  /// What is burnt for a limit far above the use.
  public private(set) var overEstimationBurn = TokenAmount.zero
  /// What the block's miner pays where the message's fee cap is below the base fee.
  public private(set) var minerPenalty = TokenAmount.zero
  /// What the block's miner gets.
  public private(set) var minerTip = TokenAmount.zero
  /// What the sender gets back.
  public private(set) var refund = TokenAmount.zero
  /// The gas that is paid back.
  public private(set) var gasRefund: Int64 = 0
  /// The gas that is burnt for a limit far above the use.
  public private(set) var gasBurned: Int64 = 0

  /// Nothing: an implicit message, or one that was not run.
  init(minerPenalty: TokenAmount = .zero) {
    self.minerPenalty = minerPenalty
  }

  /// The outputs of a message.
  ///
  /// - Parameters:
  ///   - used: The gas used, in units.
  ///   - limit: The message's limit, in units.
  ///   - baseFee: The epoch's base fee in attoFIL.
  ///   - feeCap: The message's fee cap in attoFIL.
  ///   - premium: The message's premium in attoFIL.
  public init(used: Int64, limit: Int64, baseFee: TokenAmount, feeCap: TokenAmount, premium: TokenAmount) {
    let paidBaseFee = min(baseFee, feeCap)
    let unpaidBaseFee = baseFee - paidBaseFee
    gasBurned = Self.burned(used: used, limit: limit)
    gasRefund = Int64(clamping: Int128(limit) - Int128(used) - Int128(gasBurned))
    baseFeeBurn = paidBaseFee * used
    overEstimationBurn = paidBaseFee * gasBurned
    minerPenalty = unpaidBaseFee * used + unpaidBaseFee * gasBurned
    minerTip = min(premium, feeCap - paidBaseFee) * limit
    refund = feeCap * limit - baseFeeBurn - minerTip - overEstimationBurn
  }

  /// The gas that is burnt: nothing up to a tenth more than is used, all that is left from twice as much on.
  private static func burned(used: Int64, limit: Int64) -> Int64 {
    guard used > 0 else { return limit }
    let over = min(Int128(limit) - Int128(used) * 11 / 10, Int128(used))
    guard over > 0 else { return 0 }
    return Int64(clamping: (Int128(limit) - Int128(used)) * over / Int128(used))
  }
}
