internal import FilCore

/// Sectors with one (quantized) expiration, and their sums.
struct SectorGroup {
  /// The epoch.
  var epoch: ChainEpoch
  /// The sectors' numbers.
  var numbers = BitField()
  /// Their power.
  var power = PowerPair.zero
  /// Their pledge.
  var pledge = TokenAmount.zero
  /// Their daily fees.
  var dailyFee = TokenAmount.zero

  /// A group without sectors.
  init(epoch: ChainEpoch) {
    self.epoch = epoch
  }

  /// A group of sectors.
  init(epoch: ChainEpoch, _ sectors: [SectorOnChainInfo], _ size: SectorSize) throws(ActorError) {
    self.init(epoch: epoch)
    numbers = try .of(sectors.map(\.number))
    power = sectors.power(size)
    for sector in sectors { add(pledge: sector.initialPledge, dailyFee: sector.dailyFee) }
  }

  /// Adds all of another group, whose epoch does not count.
  mutating func add(_ other: SectorGroup) {
    numbers = numbers.union(other.numbers)
    power += other.power
    add(pledge: other.pledge, dailyFee: other.dailyFee)
  }

  private mutating func add(pledge: TokenAmount, dailyFee: TokenAmount) {
    self.pledge += pledge
    self.dailyFee += dailyFee
  }

  /// The group as sectors that are active and expire on time.
  var asActive: ExpirationSet {
    var set = ExpirationSet()
    set.onTimeSectors = numbers
    set.activePower = power
    set.onTimePledge = pledge
    set.feeDeduction = dailyFee
    return set
  }
}
