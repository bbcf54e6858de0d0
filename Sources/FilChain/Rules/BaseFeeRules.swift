public import FilCore

/// How the base fee moves from tipset to tipset, and how much gas blocks have.
///
/// Two rules followed each other: by the use of gas (EIP-1559), and since the upgrade FireHorse by what messages offer.
public struct BaseFeeRules: Hashable, Sendable {
  /// The base fee of the genesis, in attoFIL per unit of gas.
  public var initial = TokenAmount(atto: 100_000_000)
  /// The least base fee.
  public var minimum = TokenAmount(atto: 100)
  /// The gas of a block.
  public var blockGasLimit: Int64 = 10_000_000_000
  /// The gas of a block at which the base fee stays as it is.
  public var blockGasTarget: Int64 = 5_000_000_000
  /// Which unit of gas, from the best paid one down, tells the premium that counts.
  public var premiumGasIndex: Int64 = 7_999_999_999
  /// The base fee changes at most by its part of this.
  public var maxChangeDenominator: Int64 = 8
  /// For how many epochs after the upgrade Breeze the base fee was the least one.
  public var breezeDuration: ChainEpoch = 120

  /// Mainnet's rules.
  public init() {}

  /// The next base fee by the use of gas.
  ///
  /// - Parameters:
  ///   - baseFee: The base fee of the tipset.
  ///   - gasLimitSum: The gas limits of its messages, each counted once.
  ///   - blocks: How many blocks it has: at least one.
  ///   - beforeSmoke: Whether its epoch is one up to the upgrade Smoke, when blocks counted as less full.
  /// - Returns: The base fee of the next tipset.
  public func next(
    baseFee: TokenAmount, gasLimitSum: Int64, blocks: Int, beforeSmoke: Bool = false
  ) -> TokenAmount {
    let count = Int128(max(1, blocks))
    let (sum, target) = (Int128(gasLimitSum), Int128(blockGasTarget))
    let used = beforeSmoke ? 5 * sum / (4 * count) : sum / count
    let delta = max(-target, min(target, used - target))
    let change = (baseFee.atto * BigInt(delta)).dividedRoundingDown(by: BigInt(blockGasTarget))
      .dividedRoundingDown(by: BigInt(maxChangeDenominator))
    return max(minimum, TokenAmount(atto: baseFee.atto + change))
  }

  /// The next base fee by what messages offer.
  ///
  /// - Parameters:
  ///   - baseFee: The base fee of the tipset.
  ///   - premium: Its premium that counts, as ``percentilePremium(of:baseFee:)`` gives it.
  /// - Returns: The base fee of the next tipset.
  public func next(baseFee: TokenAmount, percentilePremium premium: TokenAmount) -> TokenAmount {
    let most = TokenAmount(atto: baseFee.atto.dividedRoundingUp(by: BigInt(maxChangeDenominator)))
    return max(minimum, baseFee + min(most, premium - most))
  }

  /// The premium that decides about the next base fee: that of one unit of gas, counted from the best paid one down.
  ///
  /// - Parameters:
  ///   - offers: What the messages of a tipset offer, each counted once.
  ///   - baseFee: The base fee of the tipset.
  /// - Returns: The premium; nothing if the messages have less gas than that.
  public func percentilePremium(of offers: [GasOffer], baseFee: TokenAmount) -> TokenAmount {
    var rest = Int128(premiumGasIndex)
    let paid = offers.map { (premium: $0.effectivePremium(baseFee: baseFee), limit: $0.limit) }
    for offer in paid.sorted(by: { $0.premium > $1.premium }) {
      if rest < Int128(offer.limit) { return offer.premium }
      rest -= Int128(offer.limit)
    }
    return .zero
  }

  /// Whether the base fee after an epoch is the least one, whatever the messages.
  public func isHeldAtMinimum(after epoch: ChainEpoch, _ upgrades: UpgradeSchedule) -> Bool {
    let breeze = upgrades[.breeze]
    return breeze >= 0 && epoch > breeze && epoch - breeze < breezeDuration
  }
}
